package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.CaseState.Withdrawn;

class FollowingTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final RequestWithdrawn WITHDRAWN = new RequestWithdrawn((ByteBuffer) null);

  static Stream<Standing> anyOpened() {
    return Stream.of(
        standing(new Open()),
        standing(new Claimed("rita", NOON)),
        new Standing(new Open(), Matter.NONE.proposed("rita")),
        standing(new Decided(CaseOutcome.APPROVED)),
        standing(new Withdrawn(true)));
  }

  static Stream<SpecificRecord> everything() {
    return Stream.of(
        WITHDRAWN,
        new ClarificationAnswered("question-1", NOON, null),
        new RequestSupplemented((ByteBuffer) null),
        new RequestFrozen("suspension-1"),
        new RequestUnfrozen("suspension-1"),
        new DocumentReceived("d", "ORDER", "application/pdf", 1L, "00", "CLEAN", null),
        new DocumentScanned("d", "INFECTED"),
        new OrderOverdue(NOON));
  }

  @ParameterizedTest
  @MethodSource("anyOpened")
  void whateverCrossesWhatFollowsIsPossibleInEveryState(Standing standing) {
    everything()
        .forEach(
            input ->
                Following.decide(standing, input)
                    .ifPresent(followed -> standing.after("event-1", followed)));
  }

  @Test
  void aWithdrawalSaysWhetherADecisionHasToBeStopped() {
    assertThat(Following.decide(standing(new Open()), WITHDRAWN))
        .contains(new CaseWithdrawn(false));
    assertThat(Following.decide(standing(new Claimed("rita", NOON)), WITHDRAWN))
        .contains(new CaseWithdrawn(false));
    assertThat(Following.decide(standing(new Decided(CaseOutcome.APPROVED)), WITHDRAWN))
        .contains(new CaseWithdrawn(true));
    assertThat(Following.decide(standing(new Withdrawn(false)), WITHDRAWN)).isEmpty();
  }

  @Test
  void aSuspensionFreezesOnceAndOnlyItsOwnEndLiftsIt() {
    // Given
    Standing open = standing(new Open());
    Standing frozen = new Standing(new Open(), Matter.NONE.frozen("suspension-1"));

    // Then
    assertThat(Following.decide(open, new RequestFrozen("suspension-1")))
        .contains(new CaseFrozen("suspension-1"));
    assertThat(Following.decide(frozen, new RequestFrozen("suspension-1"))).isEmpty();
    assertThat(Following.decide(frozen, new RequestUnfrozen("suspension-1")))
        .contains(new CaseUnfrozen("suspension-1"));
    assertThat(Following.decide(frozen, new RequestUnfrozen("suspension-2"))).isEmpty();
    assertThat(Following.decide(open, new RequestUnfrozen("suspension-1"))).isEmpty();
  }

  @Test
  void whatTheAgencySendsIsTakenOver() {
    // Given
    Standing open = standing(new Open());
    var document =
        new DocumentReceived("d", "ORDER", "application/pdf", 7L, "00", "UNSCANNED", null);

    // Then
    assertThat(Following.decide(open, new ClarificationAnswered("question-1", NOON, null)))
        .contains(new ClarificationReceived("question-1", NOON, null));
    assertThat(Following.decide(open, new RequestSupplemented((ByteBuffer) null)))
        .contains(new CaseSupplemented((ByteBuffer) null));
    assertThat(Following.decide(open, document))
        .contains(
            new CaseDocumentAdded("d", "ORDER", "application/pdf", 7L, "00", "UNSCANNED", null));
    assertThat(Following.decide(open, new DocumentScanned("d", "CLEAN")))
        .contains(new CaseDocumentScanned("d", "CLEAN"));
    assertThat(Following.decide(open, new OrderOverdue(NOON)))
        .contains(new EmergencyOrderOverdue(NOON));
  }

  @Test
  void whatIsNotFollowedIsAnError() {
    assertThatThrownBy(
            () ->
                Following.decide(
                    standing(new Open()),
                    new RequestProgressed(RequestStatus.APPROVED, List.of(), null, null, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RequestProgressed");
  }
}
