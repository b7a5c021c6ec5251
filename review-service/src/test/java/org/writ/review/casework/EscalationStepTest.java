package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.review.casework.EscalationStep.FOUR_FIFTHS;
import static org.writ.review.casework.EscalationStep.HALF;
import static org.writ.review.casework.EscalationStep.LAST_HOUR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationStepTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant IN_TEN_DAYS = Instant.parse("2026-11-30T00:00:00Z");

  @Test
  void theStepsComeAtHalfAtFourFifthsAndAnHourBefore() {
    assertThat(HALF.at(RECEIVED, IN_TEN_DAYS)).isEqualTo("2026-11-25T00:00:00Z");
    assertThat(FOUR_FIFTHS.at(RECEIVED, IN_TEN_DAYS)).isEqualTo("2026-11-28T00:00:00Z");
    assertThat(LAST_HOUR.at(RECEIVED, IN_TEN_DAYS)).isEqualTo("2026-11-29T23:00:00Z");
  }

  @Test
  void aStepIsReachedAtItsTimeAndNotBefore() {
    Instant half = HALF.at(RECEIVED, IN_TEN_DAYS);

    assertThat(reached(half.minusMillis(1))).isEmpty();
    assertThat(reached(half)).containsExactly(HALF);
    assertThat(reached(half, "HALF")).isEmpty();
    assertThat(reached(IN_TEN_DAYS.plus(Duration.ofDays(1)), "HALF"))
        .containsExactly(FOUR_FIFTHS, LAST_HOUR);
  }

  @Test
  void theNextStepIsTheFirstThatWasNotToldOf() {
    assertThat(EscalationStep.next(RECEIVED, IN_TEN_DAYS, List.of()))
        .contains(HALF.at(RECEIVED, IN_TEN_DAYS));
    assertThat(EscalationStep.next(RECEIVED, IN_TEN_DAYS, List.of("HALF", "FOUR_FIFTHS")))
        .contains(LAST_HOUR.at(RECEIVED, IN_TEN_DAYS));
    assertThat(
            EscalationStep.next(RECEIVED, IN_TEN_DAYS, List.of("HALF", "FOUR_FIFTHS", "LAST_HOUR")))
        .isEmpty();
  }

  @Test
  void ofARequestThatIsDueSoonTheLastHourBeginsFirst() {
    // Given
    Instant due = RECEIVED.plus(Duration.ofMinutes(90));

    // Then
    assertThat(EscalationStep.next(RECEIVED, due, List.of()))
        .contains(RECEIVED.plus(Duration.ofMinutes(30)));
    assertThat(EscalationStep.reached(RECEIVED, due, List.of(), due))
        .containsExactly(LAST_HOUR, HALF, FOUR_FIFTHS);
  }

  private static List<EscalationStep> reached(Instant now, String... told) {
    return EscalationStep.reached(RECEIVED, IN_TEN_DAYS, List.of(told), now);
  }
}
