package org.writ.review.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writ.eventlog.testing.PageVisitor;

/** What a browser sends of a form that nobody changed. */
final class FormFields {

  private static final Pattern FIELD =
      Pattern.compile(
          "<input ([^>]*)>|<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>"
              + "|<textarea[^>]*name=\"([^\"]+)\"[^>]*>\\n?(.*?)</textarea>",
          Pattern.DOTALL);
  private static final Pattern SELECTED =
      Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");

  private FormFields() {}

  /**
   * Of the form whose address contains a word.
   *
   * @throws IllegalArgumentException if the page has none
   */
  static List<Map.Entry<String, String>> of(String html, String action) {
    Matcher form =
        Pattern.compile(
                "<form method=\"post\" action=\"[^\"]*" + action + "[^\"]*\"[^>]*>(.*?)</form>",
                Pattern.DOTALL)
            .matcher(html);
    if (!form.find()) {
      throw new IllegalArgumentException("The page has no form for " + action);
    }
    var fields = new ArrayList<Map.Entry<String, String>>();
    Matcher field = FIELD.matcher(form.group(1));
    while (field.find()) {
      if (field.group(1) != null) {
        addInput(fields, field.group(1));
      } else if (field.group(2) != null) {
        Matcher selected = SELECTED.matcher(field.group(3));
        add(fields, field.group(2), selected.find() ? selected.group(1) : "");
      } else {
        add(fields, field.group(4), field.group(5));
      }
    }
    return fields;
  }

  private static void addInput(List<Map.Entry<String, String>> fields, String attributes) {
    boolean choice = attributes.contains("type=\"radio\"") || attributes.contains("\"checkbox\"");
    boolean sent = !choice || attributes.contains(" checked");
    if (sent && !attributes.contains(" disabled")) {
      add(fields, attribute(attributes, "name"), attribute(attributes, "value"));
    }
  }

  private static String attribute(String attributes, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return value.find() ? value.group(1) : "";
  }

  private static void add(List<Map.Entry<String, String>> fields, String name, String value) {
    fields.add(Map.entry(name, PageVisitor.unescaped(value)));
  }
}
