package org.writ.transparency.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-Q1, 2026-01-01T00:00:00Z, 2026-04-01T00:00:00Z, 2025-Q4",
    "2026-Q3, 2026-07-01T00:00:00Z, 2026-10-01T00:00:00Z, 2026-Q2",
    "2026-Q4, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z, 2026-Q3",
    "2026-H1, 2026-01-01T00:00:00Z, 2026-07-01T00:00:00Z, 2025-H2",
    "2026-H2, 2026-07-01T00:00:00Z, 2027-01-01T00:00:00Z, 2026-H1",
    "2026, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z, 2025",
    "2028-Q1, 2028-01-01T00:00:00Z, 2028-04-01T00:00:00Z, 2027-Q4",
  })
  void periodHasItsBoundsAndItsPredecessor(String text, Instant from, Instant to, String previous) {
    Period period = Period.parse(text).orElseThrow();

    assertThat(period).hasToString(text);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period.previous()).hasToString(previous);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026-Q0",
        "2026-Q5",
        "2026-H0",
        "2026-H3",
        "2026Q3",
        "2026-q3",
        "2026-Q33",
        "1999",
        "3000",
        "20260",
        " 2026",
        "2026-",
        "2026-07",
        "2026-Q3.csv",
        "٢٠٢٦"
      })
  void anythingElseIsNoPeriod(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }

  @Test
  void periodRunsFromItsFirstMomentToItsLast() {
    Period quarter = Period.parse("2026-Q3").orElseThrow();

    assertThat(quarter.isAfter(quarter.from().minusMillis(1))).isTrue();
    assertThat(quarter.isRunning(quarter.from().minusMillis(1))).isFalse();
    assertThat(quarter.isRunning(quarter.from())).isTrue();
    assertThat(quarter.isRunning(quarter.to().minusMillis(1))).isTrue();
    assertThat(quarter.isRunning(quarter.to())).isFalse();
    assertThat(quarter.isAfter(quarter.to())).isFalse();
  }

  @Test
  void momentLiesInAQuarterAHalfAndAYear() {
    assertThat(Period.around(Instant.parse("2026-11-21T20:00:00Z")))
        .map(Period::toString)
        .containsExactly("2026-Q4", "2026-H2", "2026");
    assertThat(Period.around(Instant.parse("2026-06-30T23:59:59.999Z")))
        .map(Period::toString)
        .containsExactly("2026-Q2", "2026-H1", "2026");
  }
}
