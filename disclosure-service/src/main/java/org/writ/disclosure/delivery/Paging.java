package org.writ.disclosure.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.writ.web.problem.Problems;

/** How lists are read page by page. */
final class Paging {

  private static final int MAX_LIMIT = 200;

  private Paging() {}

  /**
   * How many items a page has.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if that cannot be understood
   */
  static int limit(String limit) {
    try {
      int count = Integer.parseInt(limit);
      if (count >= 1 && count <= MAX_LIMIT) {
        return count;
      }
    } catch (NumberFormatException _) {
      // Answered like a number that is out of range.
    }
    throw Problems.malformed("limit is a number from 1 to %d.".formatted(MAX_LIMIT));
  }

  /** Where the next page begins. */
  static String cursor(String lastId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The id that a cursor was made of.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is none of ours
   */
  static String readCursor(String cursor) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return UUID.fromString(id).toString();
    } catch (IllegalArgumentException _) {
      throw Problems.malformed("cursor is not one that was given out.");
    }
  }
}
