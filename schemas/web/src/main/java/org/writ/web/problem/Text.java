package org.writ.web.problem;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which texts are accepted.
 *
 * @param max length in Unicode code points, at most
 * @param lines whether it may have more than one line
 */
public record Text(int max, boolean lines) {

  /** One line of at most {@code max} characters. */
  public static Text line(int max) {
    return new Text(max, false);
  }

  /** Several lines of at most {@code max} characters altogether. */
  public static Text lines(int max) {
    return new Text(max, true);
  }

  /** What is wrong with the value; empty if nothing is. */
  public List<String> faults(String value) {
    return Stream.of(
            value.isBlank() ? "must not be blank" : "",
            value.codePointCount(0, value.length()) > max
                ? "must have at most %d characters".formatted(max)
                : "",
            value.codePoints().anyMatch(this::isControl)
                ? "must not contain control characters"
                    + (lines ? " other than line breaks and tabs" : "")
                : "",
            value.codePoints().anyMatch(Text::turnsDirection)
                ? "must not contain characters that turn the direction of writing"
                : "",
            hasLoneSurrogate(value) ? "must not contain half of a surrogate pair" : "")
        .filter(fault -> !fault.isEmpty())
        .toList();
  }

  /**
   * The same with a replacement character where it could not be written as UTF-8, would upset a
   * terminal or would be shown in another order.
   */
  static String printable(String value) {
    var printable = new StringBuilder();
    value
        .codePoints()
        .map(
            point ->
                isSurrogate(point) || Character.isISOControl(point) || turnsDirection(point)
                    ? 0xFFFD
                    : point)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private boolean isControl(int point) {
    boolean lineBreakOrTab = point == '\n' || point == '\r' || point == '\t';
    return Character.isISOControl(point) && !(lines && lineBreakOrTab);
  }

  /**
   * Embeddings, overrides and isolates (Unicode Standard Annex #9, 2.1 to 2.4), with which a text
   * is made to look like another one. Scripts that are written from right to left need none of
   * them.
   */
  private static boolean turnsDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  private static boolean hasLoneSurrogate(String value) {
    return value.codePoints().anyMatch(Text::isSurrogate);
  }

  /** A code point in this range is a half without its other half. */
  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
