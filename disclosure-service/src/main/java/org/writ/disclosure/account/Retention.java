package org.writ.disclosure.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How long activity is kept, and how far from now a time may lie. */
final class Retention {

  /** The platform keeps activity for twelve months. */
  static final int MONTHS = 12;

  /** How far the platform's clocks may be ahead of ours. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private Retention() {}

  /** Activity before this time is neither stored nor read. */
  static Instant horizon(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
  }

  /** Activity after this time cannot be true. */
  static Instant latest(Instant now) {
    return now.plus(TOLERANCE);
  }
}
