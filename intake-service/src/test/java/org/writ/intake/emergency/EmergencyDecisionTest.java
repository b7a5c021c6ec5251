package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.OrderOverdue;

class EmergencyDecisionTest {

  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");

  @Test
  void orderIsOverdueFromTheMomentThatItIsDue() {
    // Given
    var emergency = new Emergency(DUE, false, false, false);

    // When, Then
    assertThat(emergency.decide(DUE.minusMillis(1))).isEmpty();
    assertThat(emergency.decide(DUE)).contains(new OrderOverdue(DUE));
    assertThat(emergency.decide(DUE.plusSeconds(1_000_000))).contains(new OrderOverdue(DUE));
  }

  @ParameterizedTest
  @CsvSource({"true,false,false", "false,true,false", "false,false,true"})
  void nothingIsSaidOfAnOrderThatCameOrIsNotNeededOrWasFoundOverdueBefore(
      boolean hasOrder, boolean ended, boolean overdue) {
    // Given
    var emergency = new Emergency(DUE, hasOrder, ended, overdue);

    // When
    var said = emergency.decide(DUE.plusSeconds(1));

    // Then
    assertThat(said).isEmpty();
  }
}
