package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.Cursors;

/**
 * A page of a case's items, in the order of the request.
 *
 * @param items the items
 * @param findings about these items; those about the whole request are in the case
 * @param decided what was decided, or is proposed, about these items; absent before
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "CaseItemList")
public record CaseItemList(
    List<CaseView.Item> items,
    List<CaseView.Finding> findings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CaseView.DecidedItem> decided,
    @Nullable String nextCursor) {

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,9}");

  /** The cursor of a page by the place of its first item, from 0. */
  static String cursor(int position) {
    return Cursors.write(Integer.toString(position));
  }

  /** Reads what {@link #cursor} wrote; empty if it is anything else. */
  static Optional<Integer> position(String cursor) {
    return Cursors.read(cursor, POSITION).map(place -> Integer.valueOf(place.group()));
  }
}
