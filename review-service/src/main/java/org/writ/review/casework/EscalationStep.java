package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How near the due time of a case that waits has come, so that somebody is told. */
public enum EscalationStep {
  /** Half of the time to answer has passed. */
  HALF {
    @Override
    Instant at(Instant clockFrom, Instant dueAt) {
      return Urgency.dueSoonFrom(clockFrom, dueAt);
    }
  },
  /** Four fifths of it have passed. */
  FOUR_FIFTHS {
    @Override
    Instant at(Instant clockFrom, Instant dueAt) {
      return Urgency.urgentFrom(clockFrom, dueAt);
    }
  },
  /** The hour before the due time has begun. */
  LAST_HOUR {
    @Override
    Instant at(Instant clockFrom, Instant dueAt) {
      return dueAt.minus(HOUR);
    }
  };

  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * When a case comes to this step; of a request that is due within hours the last may be first.
   */
  abstract Instant at(Instant clockFrom, Instant dueAt);

  /**
   * The steps that a case has come to and that were not told of yet, in the order of their times.
   *
   * @param told names of the steps that were
   */
  static List<EscalationStep> reached(
      Instant clockFrom, Instant dueAt, List<String> told, Instant now) {
    return left(clockFrom, dueAt, told).stream()
        .filter(step -> !now.isBefore(step.at(clockFrom, dueAt)))
        .toList();
  }

  /** When the next step comes that was not told of yet; empty if all were. */
  static Optional<Instant> next(Instant clockFrom, Instant dueAt, List<String> told) {
    return left(clockFrom, dueAt, told).stream().findFirst().map(step -> step.at(clockFrom, dueAt));
  }

  private static List<EscalationStep> left(Instant clockFrom, Instant dueAt, List<String> told) {
    return Arrays.stream(values())
        .filter(step -> !told.contains(step.name()))
        .sorted(Comparator.comparing(step -> step.at(clockFrom, dueAt)))
        .toList();
  }
}
