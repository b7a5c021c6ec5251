package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How little of the time to answer is left (pages.md, "Due times"). */
public enum Urgency {
  /** The due time has come. */
  LATE,
  /** Less than a fifth of the time is left. */
  URGENT,
  /** Less than half of it is left. */
  DUE_SOON,
  /** Half or more is left. */
  NORMAL;

  /** From when on less than half of the time is left. */
  static Instant dueSoonFrom(Instant clockFrom, Instant dueAt) {
    return dueAt.minusMillis(Duration.between(clockFrom, dueAt).toMillis() / 2);
  }

  /** From when on less than a fifth of the time is left. */
  static Instant urgentFrom(Instant clockFrom, Instant dueAt) {
    return dueAt.minusMillis(Duration.between(clockFrom, dueAt).toMillis() / 5);
  }

  /**
   * The urgency of a case.
   *
   * @param clockStoppedAt since when its time stands still; null if it runs
   */
  static Urgency of(
      Instant now, @Nullable Instant clockStoppedAt, Instant clockFrom, Instant dueAt) {
    return at(clockStoppedAt == null ? now : clockStoppedAt, clockFrom, dueAt);
  }

  /** The urgency at a given time. */
  static Urgency at(Instant now, Instant clockFrom, Instant dueAt) {
    if (!now.isBefore(dueAt)) {
      return LATE;
    }
    if (now.isAfter(urgentFrom(clockFrom, dueAt))) {
      return URGENT;
    }
    return now.isAfter(dueSoonFrom(clockFrom, dueAt)) ? DUE_SOON : NORMAL;
  }
}
