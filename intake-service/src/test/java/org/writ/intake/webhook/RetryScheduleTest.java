package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final double MIDDLE = 0.5;

  @ParameterizedTest
  @CsvSource({
    "1,PT5S",
    "2,PT20S",
    "3,PT1M20S",
    "4,PT5M20S",
    "5,PT21M20S",
    "6,PT1H25M20S",
    "7,PT5H41M20S",
    "8,PT8H",
    "9,PT8H",
    "1000,PT8H"
  })
  void eachDelayIsFourTimesTheOneBeforeUpToEightHours(int failures, Duration delay) {
    // Given a failure at the start

    // When
    var next = RetrySchedule.next(START, failures, START, Duration.ZERO, MIDDLE);

    // Then
    assertThat(next).contains(START.plus(delay));
  }

  @ParameterizedTest
  @CsvSource({"0,PT4S", "0.25,PT4.5S", "0.75,PT5.5S", "0.9999999,PT6S"})
  void chanceMakesADelayAFifthShorterOrLonger(double chance, Duration delay) {
    // Given a failure at the start

    // When
    var next = RetrySchedule.next(START, 1, START, Duration.ZERO, chance);

    // Then
    assertThat(next).contains(START.plus(delay));
  }

  @Test
  void receiverThatAsksForMorePatienceGetsIt() {
    // Given
    var wish = Duration.ofMinutes(3);

    // When
    var next = RetrySchedule.next(START, 1, START, wish, MIDDLE);

    // Then
    assertThat(next).contains(START.plus(wish));
  }

  @Test
  void receiverThatAsksForLessPatienceIsNotAskedSooner() {
    // Given
    var wish = Duration.ofSeconds(1);

    // When
    var next = RetrySchedule.next(START, 4, START, wish, MIDDLE);

    // Then
    assertThat(next).contains(START.plus(Duration.ofSeconds(320)));
  }

  @Test
  void lastAttemptIsAfterSeventyTwoHoursAndThenNone() {
    // Given
    var attempts = new ArrayList<Instant>();
    var at = START;

    // When
    for (int failures = 1; ; failures++) {
      attempts.add(at);
      var next = RetrySchedule.next(START, failures, at, Duration.ZERO, MIDDLE);
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }

    // Then
    assertThat(attempts).hasSize(17).isSorted().doesNotHaveDuplicates();
    assertThat(attempts.getLast()).isEqualTo(START.plus(Duration.ofHours(72)));
  }

  @Test
  void wishBeyondTheEndIsTheLastAttempt() {
    // Given
    var wish = Duration.ofHours(100);

    // When
    var next = RetrySchedule.next(START, 1, START, wish, MIDDLE);

    // Then
    assertThat(next).contains(START.plus(Duration.ofHours(72)));
  }
}
