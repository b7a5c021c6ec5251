package org.writ.review.jurisdiction;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.Cursors;

/**
 * A page of the table, by country.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "JurisdictionList")
public record JurisdictionList(List<JurisdictionView> items, @Nullable String nextCursor) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** Reads a place in the list; empty if it is none. */
  public static Optional<String> place(String cursor) {
    return Cursors.read(cursor, COUNTRY).map(MatchResult::group);
  }
}
