package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseReopened;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Withdrawn;

class AppealingTest {

  private static final Instant NOW = Instant.parse("2026-12-20T13:00:00Z");
  private static final CaseOpened FILE = Cases.opened(1);
  private static final Standing REFUSED = standing(new Decided(CaseOutcome.REFUSED));
  private static final Appealing.Former FORMER =
      new Appealing.Former("decision-1", new Matter.Appeal("rita", "raj"));

  @Test
  void aRefusedCaseIsReopenedAndDueWithinAsLongAsAtFirst() {
    // When
    NewEvent event = reopen(REFUSED, false, "sofia");

    // Then
    Duration time = Duration.between(FILE.getReceivedAt(), FILE.getDueAt());
    assertThat(event.data())
        .isEqualTo(new CaseReopened("sofia", "decision-1", "rita", "raj", NOW.plus(time), null));
    assertThat(event.personal()).isEqualTo(new CaseMessageDetails("A page was missing"));
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(standing(new Decided(CaseOutcome.APPROVED)), false, "sofia", "refused"),
        Arguments.of(standing(new Decided(CaseOutcome.PARTLY_APPROVED)), false, "sofia", "refused"),
        Arguments.of(standing(new Claimed("sofia", NOW.plusSeconds(1))), false, "sofia", "refused"),
        Arguments.of(standing(new Withdrawn(true)), false, "sofia", "withdrawn"),
        Arguments.of(
            new Standing(REFUSED.state(), Matter.NONE.frozen("suspension-1")),
            false,
            "sofia",
            "suspended"),
        Arguments.of(REFUSED, true, "sofia", "erased"),
        Arguments.of(REFUSED, false, "rita", "another person"),
        Arguments.of(REFUSED, false, "raj", "another person"));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatIsNotRefusedAsAWholeOrByTheSamePersonIsNotReopened(
      Standing standing, boolean erased, String senior, String message) {
    assertThatThrownBy(() -> reopen(standing, erased, senior))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining(message);
  }

  @Test
  void whoDecidedBeforeAnEarlierAppealDoesNotComeBackWithALaterOne() {
    // Given
    var decidedAgain =
        new Standing(
            REFUSED.state(), Matter.NONE.appealed(new Matter.Appeal("paul", "vera")).settled());

    // When
    Standing reopened = decidedAgain.after("event-9", reopen(decidedAgain, false, "sofia").data());

    // Then
    for (String former : List.of("paul", "vera", "rita", "raj")) {
      assertThatThrownBy(() -> Claiming.claim(reopened, former, NOW))
          .isInstanceOf(CaseConflict.class)
          .hasMessageContaining("appeal");
    }
    assertThat(Claiming.claim(reopened, "sofia", NOW)).hasSize(2);
    assertThatThrownBy(() -> reopen(decidedAgain, false, "paul"))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("another person");
  }

  private static NewEvent reopen(Standing standing, boolean erased, String senior) {
    return Appealing.reopen(standing, FILE, FORMER, erased, "A page was missing", senior, NOW);
  }
}
