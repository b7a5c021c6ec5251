package org.writ.intake.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket of calls for each agency: it holds a burst, and fills up evenly. Of this instance alone:
 * with n instances an agency may call up to n times as often. Thread-safe.
 */
@ApplicationScoped
class RateLimits {

  private final long perMinute;
  private final long burst;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  RateLimits(RateLimit limit, Clock clock) {
    this.perMinute = limit.perMinute();
    this.burst = limit.burst();
    this.time = new ClockMeter(clock);
  }

  /**
   * How a call fared.
   *
   * @param allowed whether it may be answered
   * @param remaining calls that may follow at once
   * @param fullIn seconds until the whole burst is there again, rounded up
   * @param nextIn seconds until another call may be made, rounded up; 0 if at once
   */
  record Passage(boolean allowed, long remaining, long fullIn, long nextIn) {

    static Passage of(ConsumptionProbe probe) {
      return new Passage(
          probe.isConsumed(),
          probe.getRemainingTokens(),
          seconds(probe.getNanosToWaitForReset()),
          seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
      return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
  }

  /** Counts a call of an agency. */
  Passage pass(String agency) {
    return Passage.of(
        buckets.computeIfAbsent(agency, id -> bucket()).tryConsumeAndReturnRemaining(1));
  }

  /** Calls that a bucket holds. */
  long burst() {
    return burst;
  }

  /** Seconds in which an empty bucket fills up, rounded up. */
  long window() {
    return Math.ceilDiv(burst * Duration.ofMinutes(1).toSeconds(), perMinute);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  /** The injected clock, as buckets read it. */
  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
