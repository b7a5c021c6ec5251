package org.writ.web.list;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a list that is sorted by a time and, at the same time, by id.
 *
 * @param at the time of the last entry on the page before, to the millisecond
 * @param id of that entry, a UUID
 */
public record TimeCursor(Instant at, String id) {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,15}) (" + Cursors.UUID + ")");

  /** Reads what {@link #toString} wrote; empty if it is anything else. */
  public static Optional<TimeCursor> parse(String cursor) {
    return Cursors.read(cursor, SYNTAX)
        .map(
            place ->
                new TimeCursor(
                    Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2)));
  }

  @Override
  public String toString() {
    return Cursors.write(at.toEpochMilli() + " " + id);
  }
}
