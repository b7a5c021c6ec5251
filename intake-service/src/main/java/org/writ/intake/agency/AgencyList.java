package org.writ.intake.agency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.Cursors;

/**
 * A page of agencies, by id.
 *
 * @param items the agencies
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "AgencyList")
record AgencyList(List<Entry> items, @Nullable String nextCursor) {

  /**
   * An agency in the list.
   *
   * @param id its client at the identity provider
   * @param status what it may do
   * @param name official name: what counts, or what waits for approval if nothing does
   * @param country ISO 3166-1 alpha-2
   * @param pending whether something waits for another operator: a registration, or the end of a
   *     suspension
   * @param changedAt when anything changed last
   */
  @Schema(name = "AgencyListEntry")
  record Entry(
      String id,
      AgencyStatus status,
      @Nullable String name,
      @Nullable String country,
      boolean pending,
      Instant changedAt) {}

  /** The cursor of the place after an agency. */
  static String cursor(String id) {
    return Cursors.write(id);
  }

  /** Reads what {@link #cursor} wrote; empty if it is anything else. */
  static Optional<String> place(String cursor) {
    return Cursors.read(cursor, RegistrationReader.CLIENT).map(MatchResult::group);
  }
}
