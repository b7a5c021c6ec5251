package org.writ.web.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How places in lists are written as cursors: base64url of a few ASCII characters, opaque to
 * clients and no secret.
 */
public final class Cursors {

  /** A UUID as Java writes it. */
  static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Pattern ID = Pattern.compile(UUID);

  private Cursors() {}

  /** The cursor of a place. */
  public static String write(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param syntax of the places of this list
   * @return empty if it is the cursor of no such place
   */
  public static Optional<MatchResult> read(String cursor, Pattern syntax) {
    try {
      byte[] place = Base64.getUrlDecoder().decode(cursor);
      Matcher match = syntax.matcher(new String(place, StandardCharsets.US_ASCII));
      return match.matches() ? Optional.of(match) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Reads the cursor of a place that is told by a UUID; empty if it is anything else. */
  public static Optional<String> readId(String cursor) {
    return read(cursor, ID).map(MatchResult::group);
  }
}
