package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReassigned;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.CaseState.Withdrawn;

class AssigningTest {

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-11-21T13:00:00Z");
  private static final Claimed HELD = new Claimed("rita", NOW.plusSeconds(1));

  @Test
  void aCaseIsTakenFromItsHolderAndGivenToAnother() {
    assertThat(assigned(standing(HELD), "raj"))
        .isEqualTo(new CaseReassigned("sofia", "rita", "raj", TOMORROW));
  }

  @Test
  void aFreeCaseIsGivenToSomebody() {
    assertThat(assigned(standing(new Open()), "raj"))
        .isEqualTo(new CaseReassigned("sofia", null, "raj", TOMORROW));
    assertThat(assigned(standing(new Claimed("rita", NOW)), "rita"))
        .isEqualTo(new CaseReassigned("sofia", null, "rita", TOMORROW));
  }

  @Test
  void aCaseIsOnlyTaken() {
    assertThat(assigned(standing(HELD), null))
        .isEqualTo(new CaseReassigned("sofia", "rita", null, null));
  }

  static Stream<Arguments> impossible() {
    var proposed = new Standing(new Open(), Matter.NONE.proposed("raj"));
    var appealed = new Standing(new Open(), Matter.NONE.appealed(new Matter.Appeal("rita", "raj")));
    return Stream.of(
        Arguments.of(standing(new Open()), null, "Nobody holds"),
        Arguments.of(standing(new Claimed("rita", NOW)), null, "Nobody holds"),
        Arguments.of(standing(HELD), "rita", "holds it already"),
        Arguments.of(proposed, "raj", "cannot be that"),
        Arguments.of(appealed, "raj", "had a part"),
        Arguments.of(new Standing(HELD, Matter.NONE.frozen("suspension-1")), "raj", "suspended"),
        Arguments.of(standing(new Decided(CaseOutcome.REFUSED)), "raj", "decided"),
        Arguments.of(standing(new Withdrawn(false)), "raj", "withdrawn"));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatWouldChangeNothingOrTheWrongIsRefused(
      Standing standing, @Nullable String assignee, String message) {
    assertThatThrownBy(() -> assigned(standing, assignee))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining(message);
  }

  @Test
  void readingDoesNotShortenAnAssignment() {
    // Given
    Standing given = standing(new Claimed("raj", TOMORROW));

    // Then
    assertThat(Claiming.read(given, "raj", NOW).data()).isEqualTo(new CaseRead("raj", TOMORROW));
    assertThat(Claiming.read(given, "raj", TOMORROW.minusSeconds(60)).data())
        .isEqualTo(new CaseRead("raj", TOMORROW.minusSeconds(60).plus(Claiming.LEASE)));
  }

  private static CaseReassigned assigned(Standing standing, @Nullable String assignee) {
    return (CaseReassigned) Assigning.assign(standing, assignee, "sofia", NOW).data();
  }
}
