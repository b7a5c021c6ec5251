package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;

class ClaimingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant IN_HALF_AN_HOUR = NOW.plus(Duration.ofMinutes(30));

  @Test
  void aFreeCaseIsClaimedForHalfAnHourAndRead() {
    assertThat(data(Claiming.claim(standing(new Open()), "rita", NOW)))
        .containsExactly(
            new CaseClaimed("rita", IN_HALF_AN_HOUR), new CaseRead("rita", IN_HALF_AN_HOUR));
  }

  @Test
  void aCaseThatSomebodyElseHoldsIsNotClaimed() {
    assertThatThrownBy(
            () -> Claiming.claim(standing(new Claimed("raj", NOW.plusMillis(1))), "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("Somebody else holds the case");
  }

  @Test
  void aLapsedClaimFreesTheCase() {
    assertThat(data(Claiming.claim(standing(new Claimed("raj", NOW)), "rita", NOW)))
        .contains(new CaseClaimed("rita", IN_HALF_AN_HOUR));
  }

  @Test
  void whoeverHoldsTheCaseAlreadyOnlyReadsIt() {
    assertThat(data(Claiming.claim(standing(new Claimed("rita", NOW.plusMillis(1))), "rita", NOW)))
        .containsExactly(new CaseRead("rita", IN_HALF_AN_HOUR));
  }

  @Test
  void ownLapsedClaimIsAClaimAnew() {
    assertThat(data(Claiming.claim(standing(new Claimed("rita", NOW)), "rita", NOW)))
        .contains(new CaseClaimed("rita", IN_HALF_AN_HOUR));
  }

  @Test
  void aDecidedCaseIsNeitherClaimedNorReleased() {
    // Given
    var decided = new Decided(CaseOutcome.APPROVED);

    // Then
    assertThatThrownBy(() -> Claiming.claim(standing(decided), "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("decided already");
    assertThatThrownBy(() -> Claiming.release(standing(decided), "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("decided already");
  }

  @Test
  void aWithdrawnCaseIsNotClaimed() {
    assertThatThrownBy(() -> Claiming.claim(standing(new CaseState.Withdrawn(false)), "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("withdrawn the request");
  }

  @Test
  void aFrozenCaseIsReadAndGivenBackAndNothingElse() {
    // Given
    var frozen =
        new Standing(new Claimed("rita", NOW.plusMillis(1)), Matter.NONE.frozen("suspension-1"));

    // Then
    assertThatThrownBy(() -> Claiming.claim(frozen, "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("its agency is suspended");
    assertThatThrownBy(() -> Claiming.requireWorkable(frozen, "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("its agency is suspended");
    assertThat(Claiming.release(frozen, "rita", NOW).data()).isEqualTo(new CaseReleased("rita"));
    assertThat(Claiming.read(frozen, "raj", NOW).data()).isEqualTo(new CaseRead("raj", null));
  }

  @Test
  void aProposedDecisionIsClaimedByOthersOnly() {
    // Given
    var proposed = new Standing(new Open(), Matter.NONE.proposed("rita"));

    // Then
    assertThatThrownBy(() -> Claiming.claim(proposed, "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("you cannot be both");
    assertThat(data(Claiming.claim(proposed, "raj", NOW)))
        .contains(new CaseClaimed("raj", IN_HALF_AN_HOUR));
  }

  @Test
  void theHolderReleasesACase() {
    assertThat(
            Claiming.release(standing(new Claimed("rita", NOW.plusMillis(1))), "rita", NOW).data())
        .isEqualTo(new CaseReleased("rita"));
  }

  @Test
  void nobodyReleasesACaseThatTheyDoNotHold() {
    assertThatThrownBy(() -> Claiming.release(standing(new Open()), "rita", NOW))
        .isInstanceOf(CaseConflict.class);
    assertThatThrownBy(() -> Claiming.release(standing(new Claimed("rita", NOW)), "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("lapses after 30 minutes");
    assertThatThrownBy(
            () -> Claiming.release(standing(new Claimed("raj", NOW.plusMillis(1))), "rita", NOW))
        .isInstanceOf(CaseConflict.class);
  }

  @Test
  void readingRenewsTheLeaseOfTheHolderOnly() {
    // Given
    var claimed = new Claimed("rita", NOW.plusMillis(1));

    // Then
    assertThat(Claiming.read(standing(claimed), "rita", NOW).data())
        .isEqualTo(new CaseRead("rita", IN_HALF_AN_HOUR));
    assertThat(Claiming.read(standing(claimed), "raj", NOW).data())
        .isEqualTo(new CaseRead("raj", null));
  }

  @Test
  void readingDoesNotReviveALapsedClaim() {
    assertThat(Claiming.read(standing(new Claimed("rita", NOW)), "rita", NOW).data())
        .isEqualTo(new CaseRead("rita", null));
  }

  private static List<SpecificRecord> data(List<NewEvent> events) {
    return events.stream().map(NewEvent::data).toList();
  }
}
