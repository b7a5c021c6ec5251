package org.writ.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writ.intake.access.RateLimits.Passage;

class RateLimitsTest {

  private final HandClock clock = new HandClock();
  private final RateLimits limits = new RateLimits(limit(60, 3), clock);

  @Test
  void burstPassesAndTheNextCallIsToldWhenToComeBack() {
    // Given
    var passed = IntStream.range(0, 3).mapToObj(call -> limits.pass("agency-de")).toList();

    // When
    var refused = limits.pass("agency-de");

    // Then
    assertThat(passed)
        .extracting(Passage::allowed, Passage::remaining)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, 2L),
            org.assertj.core.groups.Tuple.tuple(true, 1L),
            org.assertj.core.groups.Tuple.tuple(true, 0L));
    assertThat(refused).isEqualTo(new Passage(false, 0, 3, 1));
  }

  @Test
  void bucketFillsUpEvenly() {
    // Given
    IntStream.range(0, 3).forEach(call -> limits.pass("agency-de"));
    clock.advance(Duration.ofMillis(1500));

    // When
    var first = limits.pass("agency-de");
    var second = limits.pass("agency-de");

    // Then
    assertThat(first.allowed()).isTrue();
    assertThat(second.allowed()).isFalse();
    assertThat(second.nextIn()).isEqualTo(1);
  }

  @Test
  void agenciesDoNotUseUpEachOthersCalls() {
    // Given
    IntStream.range(0, 4).forEach(call -> limits.pass("agency-de"));

    // When
    var other = limits.pass("agency-fr");

    // Then
    assertThat(other.allowed()).isTrue();
  }

  @Test
  void policySaysHowLongABurstTakesToComeBack() {
    // Given
    var slow = new RateLimits(limit(7, 10), clock);

    // When
    long window = slow.window();

    // Then
    assertThat(window).isEqualTo(86);
    assertThat(slow.burst()).isEqualTo(10);
  }

  private static RateLimit limit(long perMinute, long burst) {
    return new RateLimit() {
      @Override
      public long perMinute() {
        return perMinute;
      }

      @Override
      public long burst() {
        return burst;
      }
    };
  }

  /** A clock that is set by hand. */
  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
