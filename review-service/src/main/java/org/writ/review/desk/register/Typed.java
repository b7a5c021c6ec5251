package org.writ.review.desk.register;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.writ.pages.FormBody;
import org.writ.web.problem.BodyLimit;

/** The fields of a form as they were sent. */
record Typed(Map<String, List<String>> fields) {

  static final Typed NOTHING = new Typed(Map.of());

  /**
   * Reads a form.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is none, 413 if it is too long
   */
  static Typed read(InputStream body, BodyLimit limit) {
    return new Typed(FormBody.read(limit.read(body)));
  }

  /** The first value of a field, with the line breaks of the log; empty if it was not sent. */
  String of(String name) {
    return fields.getOrDefault(name, List.of("")).getFirst().replace("\r\n", "\n");
  }

  /** All values of a field. */
  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Whether a box of this name was ticked. */
  boolean ticked(String name) {
    return fields.containsKey(name);
  }
}
