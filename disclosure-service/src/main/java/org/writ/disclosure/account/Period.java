package org.writ.disclosure.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, never empty.
 *
 * @param from start, inclusive
 * @param to end, exclusive
 */
public record Period(Instant from, Instant to) {

  /** Refuses a period without an instant in it. */
  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Expected a period that starts before it ends, found %s to %s".formatted(from, to));
    }
  }

  /** Whether the instant lies in it. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** Whether the other lies in it as a whole. */
  public boolean contains(Period other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** What both have in common; empty if nothing. */
  public Optional<Period> intersect(Period other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new Period(start, end)) : Optional.empty();
  }
}
