package org.writ.intake.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a message that was not taken is sent again: after 5 s, four times as long after each
 * failure, 8 h at most, each a fifth shorter or longer by chance, so that messages that failed
 * together do not come back together; for 72 h, and then a last time. Pure.
 */
final class RetrySchedule {

  static final Duration PERIOD = Duration.ofHours(72);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final int FACTOR = 4;

  /** From here on every delay is the longest. */
  private static final int STEPS = 10;

  private static final double SPREAD = 0.2;

  private RetrySchedule() {}

  /**
   * When to try again.
   *
   * @param since when the first attempt was due
   * @param failures attempts that failed so far, at least 1
   * @param failedAt when the last one failed
   * @param atLeast what the receiver asked for; zero if it asked for nothing
   * @param chance from 0 (inclusive) to 1 (exclusive)
   * @return empty if the message is given up
   */
  static Optional<Instant> next(
      Instant since, int failures, Instant failedAt, Duration atLeast, double chance) {
    Instant end = since.plus(PERIOD);
    if (!failedAt.isBefore(end)) {
      return Optional.empty();
    }
    Duration spread = spread(delay(failures), chance);
    Instant next = failedAt.plus(spread.compareTo(atLeast) < 0 ? atLeast : spread);
    return Optional.of(next.isAfter(end) ? end : next);
  }

  private static Duration delay(int failures) {
    Duration delay = FIRST.multipliedBy((long) Math.pow(FACTOR, Math.min(failures, STEPS) - 1));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  private static Duration spread(Duration delay, double chance) {
    return Duration.ofMillis(Math.round(delay.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
  }
}
