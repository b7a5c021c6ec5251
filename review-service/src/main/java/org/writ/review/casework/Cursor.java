package org.writ.review.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * A place in the queue by due time. Opaque to clients.
 *
 * @param dueAt of the last case on the page before
 * @param id of that case
 */
record Cursor(Instant dueAt, String id) {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,15}) ([0-9a-f-]{36})");

  /** The place after a case. */
  static Cursor after(CaseRow row) {
    return new Cursor(row.dueAt, row.id);
  }

  /**
   * Reads what {@link #toString} wrote; null stays null.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it is anything else
   */
  static @Nullable Cursor parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(text);
      Matcher match = SYNTAX.matcher(new String(decoded, StandardCharsets.US_ASCII));
      if (match.matches()) {
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(2));
      }
    } catch (IllegalArgumentException _) {
      // Falls through to the same answer as any other text that is no cursor.
    }
    throw Problems.invalid("The query parameter cursor must be a nextCursor of this list.");
  }

  @Override
  public String toString() {
    String text = dueAt.toEpochMilli() + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
