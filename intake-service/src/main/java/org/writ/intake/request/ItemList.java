package org.writ.intake.request;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * A page of a request's items, in its order.
 *
 * @param items the items
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "RequestItemList")
public record ItemList(List<RequestView.ItemView> items, @Nullable String nextCursor) {

  private static final int MAX_DIGITS = 9;

  /**
   * Place of the first item of a page.
   *
   * @param cursor nextCursor of the page before; null: the first page
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it is none
   */
  static int position(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (cursor.isEmpty()
        || cursor.length() > MAX_DIGITS
        || !cursor.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw Problems.invalid("The query parameter cursor must be a nextCursor of this list.");
    }
    return Integer.parseInt(cursor);
  }
}
