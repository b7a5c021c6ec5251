package org.writ.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writ.web.problem.Problems;

/** Reads what a browser sends of a form ({@code application/x-www-form-urlencoded}). Pure. */
public final class FormBody {

  private FormBody() {}

  /**
   * The values of each field, in the order in which they were sent.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no form
   */
  public static Map<String, List<String>> read(byte[] bytes) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Problems.malformed("The form cannot be read.");
    }
  }
}
