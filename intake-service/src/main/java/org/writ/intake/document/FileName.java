package org.writ.intake.document;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.writ.web.problem.Problems;

/**
 * How an agency calls a document. About persons: it is sealed, and in no log line.
 *
 * @param value 1 to 200 characters, in Unicode's composed form (NFC)
 */
record FileName(String value) {

  private static final int MAX_CHARACTERS = 200;

  /**
   * Controls, separators of paths, and what turns the direction of writing: {@code "exe.fdp"} can
   * be made to look like {@code "pdf.exe"}. Half a surrogate pair cannot be written.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cntrl}\\u0080-\\u009F/\\\\\\u2028-\\u202E\\u2066-\\u2069\\p{Cs}\\uFFFD]");

  /**
   * Reads a name, which was decoded already.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it is not allowed
   */
  static FileName parse(String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (name.isBlank()
        || name.codePointCount(0, name.length()) > MAX_CHARACTERS
        || FORBIDDEN.matcher(name).find()) {
      throw Problems.invalid(
          "A document's name has 1 to %d characters, without control characters and slashes."
              .formatted(MAX_CHARACTERS));
    }
    return new FileName(name);
  }

  @Override
  public String toString() {
    return "FileName";
  }
}
