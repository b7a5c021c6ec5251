package org.writ.look;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How urgent an answer is, by how much of its time is left. */
public enum Due {
  /** More than half of the time is left. */
  PLAIN,
  /** Less than half is. */
  SOON,
  /** Less than a fifth is. */
  URGENT,
  /** None is. */
  LATE;

  private static final int FIFTHS = 5;

  /** By when it was asked, when it has to be answered, and what time it is. */
  public static Due of(Instant receivedAt, Instant dueAt, Instant now) {
    if (now.isAfter(dueAt)) {
      return LATE;
    }
    Duration whole = Duration.between(receivedAt, dueAt);
    Duration left = Duration.between(now, dueAt);
    if (left.multipliedBy(FIFTHS).compareTo(whole) < 0) {
      return URGENT;
    }
    return left.multipliedBy(2).compareTo(whole) < 0 ? SOON : PLAIN;
  }

  /** The class in the stylesheet, beside {@code due}. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
