package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReassigned;
import org.writ.events.review.CaseReleased;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseUnfrozen;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.CaseState.Unopened;
import org.writ.review.casework.CaseState.Withdrawn;
import org.writ.review.casework.Matter.CallBack;

class StandingTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final CaseOpened OPENED = Cases.opened(1);
  private static final CaseClaimed CLAIMED = new CaseClaimed("rita", NOON);
  private static final CaseReleased RELEASED = new CaseReleased("rita");
  private static final CaseRead READ = new CaseRead("raj", null);
  private static final CaseRead RENEWED = new CaseRead("rita", LATER);
  private static final DecisionProposed PROPOSED =
      new DecisionProposed(
          CaseOutcome.APPROVED,
          "rita",
          Cases.POLICY.reference(),
          List.of(),
          List.of(),
          (ByteBuffer) null);
  private static final ClarificationRequested ASKED =
      new ClarificationRequested("rita", null, null);
  private static final ClarificationReceived ANSWERED =
      new ClarificationReceived("question-1", LATER, null);

  private static final CaseState HELD = new Claimed("rita", NOON);
  private static final CaseState DONE = new Decided(CaseOutcome.REFUSED);
  private static final Standing PENDING = new Standing(new Open(), Matter.NONE.proposed("rita"));
  private static final Standing APPEALED =
      new Standing(new Open(), Matter.NONE.appealed(new Matter.Appeal("rita", "raj")));
  private static final Standing FROZEN =
      new Standing(new Open(), Matter.NONE.frozen("suspension-1"));

  static Stream<Arguments> steps() {
    return Stream.of(
        Arguments.of(new Unopened(), OPENED, new Open()),
        Arguments.of(new Open(), CLAIMED, new Claimed("rita", NOON)),
        Arguments.of(new Open(), READ, new Open()),
        Arguments.of(new Claimed("rita", NOON), RENEWED, new Claimed("rita", LATER)),
        Arguments.of(new Claimed("rita", NOON), READ, new Claimed("rita", NOON)),
        Arguments.of(new Claimed("rita", NOON), RELEASED, new Open()),
        Arguments.of(new Claimed("raj", NOON), CLAIMED, new Claimed("rita", NOON)),
        Arguments.of(HELD, new CaseEscalated("HALF", NOON), HELD),
        Arguments.of(new Open(), given("rita"), HELD),
        Arguments.of(new Claimed("raj", NOON), given("rita"), HELD),
        Arguments.of(HELD, given(null), new Open()),
        Arguments.of(HELD, Cases.decided("rita"), DONE),
        Arguments.of(DONE, READ, DONE),
        Arguments.of(new Open(), new CaseWithdrawn(false), new Withdrawn(false)),
        Arguments.of(HELD, new CaseWithdrawn(false), new Withdrawn(false)),
        Arguments.of(DONE, new CaseWithdrawn(true), new Withdrawn(true)),
        Arguments.of(new Withdrawn(true), READ, new Withdrawn(true)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void anEventLeadsToTheNextState(CaseState before, SpecificRecord event, CaseState after) {
    assertThat(standing(before).after("event-1", event)).isEqualTo(standing(after));
  }

  static Stream<Arguments> impossibleSteps() {
    return Stream.of(
        Arguments.of(standing(new Unopened()), CLAIMED),
        Arguments.of(standing(new Unopened()), READ),
        Arguments.of(standing(new Unopened()), new CaseWithdrawn(false)),
        Arguments.of(standing(new Unopened()), new CaseFrozen("suspension-1")),
        Arguments.of(standing(new Open()), OPENED),
        Arguments.of(standing(new Open()), RELEASED),
        Arguments.of(standing(new Open()), RENEWED),
        Arguments.of(standing(new Open()), Cases.decided("rita")),
        Arguments.of(standing(new Open()), PROPOSED),
        Arguments.of(standing(new Open()), ASKED),
        Arguments.of(standing(new Open()), called("CONFIRMED")),
        Arguments.of(standing(new Open()), new DecisionObjected("raj", null)),
        Arguments.of(standing(new Open()), new CaseWithdrawn(true)),
        Arguments.of(standing(new Open()), new CaseUnfrozen("suspension-1")),
        Arguments.of(FROZEN, new CaseUnfrozen("suspension-2")),
        Arguments.of(standing(new Claimed("raj", NOON)), RELEASED),
        Arguments.of(standing(new Claimed("raj", NOON)), RENEWED),
        Arguments.of(standing(new Claimed("raj", NOON)), Cases.decided("rita")),
        Arguments.of(standing(HELD), confirmed("rita", "raj")),
        Arguments.of(PENDING, CLAIMED),
        Arguments.of(PENDING, given("rita")),
        Arguments.of(standing(new Decided(CaseOutcome.APPROVED)), reopened("sofia")),
        Arguments.of(standing(new Decided(CaseOutcome.PARTLY_APPROVED)), reopened("sofia")),
        Arguments.of(standing(new Open()), reopened("sofia")),
        Arguments.of(standing(DONE), reopened("rita")),
        Arguments.of(standing(DONE), reopened("raj")),
        Arguments.of(APPEALED, CLAIMED),
        Arguments.of(APPEALED, given("raj")),
        Arguments.of(standing(DONE), given("raj")),
        Arguments.of(standing(DONE), new CaseEscalated("HALF", NOON)),
        Arguments.of(PENDING, confirmed("rita", "rita")),
        Arguments.of(PENDING, confirmed("raj", "rita")),
        Arguments.of(PENDING, new DecisionObjected("rita", null)),
        Arguments.of(standing(DONE), CLAIMED),
        Arguments.of(standing(DONE), Cases.decided("rita")),
        Arguments.of(standing(DONE), new CaseWithdrawn(false)),
        Arguments.of(standing(new Withdrawn(false)), CLAIMED),
        Arguments.of(standing(new Withdrawn(false)), new CaseWithdrawn(false)),
        Arguments.of(
            standing(new Open()),
            new RequestProgressed(RequestStatus.APPROVED, List.of(), null, null, null)));
  }

  @ParameterizedTest
  @MethodSource("impossibleSteps")
  void anEventThatCannotFollowIsAnError(Standing before, SpecificRecord event) {
    assertThatThrownBy(() -> before.after("event-1", event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(event.getSchema().getName());
  }

  @Test
  void aClaimIsGoodUntilItsLeaseEnds() {
    // Given
    Standing claimed = standing(new Claimed("rita", LATER));

    // Then
    assertThat(claimed.status(LATER.minusMillis(1))).isEqualTo(CaseStatus.CLAIMED);
    assertThat(claimed.status(LATER)).isEqualTo(CaseStatus.OPEN);
  }

  @Test
  void aQuestionWaitsForItsOwnAnswer() {
    // Given
    Standing asked = standing(HELD).after("question-1", ASKED);

    // Then
    assertThat(asked.state()).isEqualTo(HELD);
    assertThat(asked.status(NOON)).isEqualTo(CaseStatus.CLARIFICATION_REQUESTED);
    assertThat(asked.after("event-2", ANSWERED)).isEqualTo(standing(HELD));
    assertThat(asked.after("event-2", new ClarificationReceived("question-0", LATER, null)))
        .isEqualTo(asked);
    assertThatThrownBy(() -> asked.after("event-2", ASKED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProposalEndsTheClaimAndIsConfirmedByAnother() {
    // Given
    Standing proposed = standing(HELD).after("event-1", PROPOSED);

    // Then
    assertThat(proposed).isEqualTo(PENDING);
    assertThat(proposed.status(NOON)).isEqualTo(CaseStatus.AWAITING_SECOND_PERSON);
    assertThat(proposed.after("event-2", confirmed("rita", "raj")))
        .isEqualTo(standing(new Decided(CaseOutcome.REFUSED)));
  }

  @Test
  void anObjectionOpensTheCaseAgain() {
    // Given
    Standing claimed = PENDING.after("event-1", new CaseClaimed("raj", LATER));

    // When
    Standing after = claimed.after("event-2", new DecisionObjected("raj", null));

    // Then
    assertThat(after).isEqualTo(standing(new Open()));
    assertThat(after.after("event-3", CLAIMED)).isEqualTo(standing(HELD));
  }

  @Test
  void theLastCallThatReachedSomebodyCounts() {
    assertThat(afterCalls("NOT_REACHED")).isNull();
    assertThat(afterCalls("CONFIRMED")).isEqualTo(CallBack.CONFIRMED);
    assertThat(afterCalls("CONFIRMED", "NOT_REACHED")).isEqualTo(CallBack.CONFIRMED);
    assertThat(afterCalls("CONFIRMED", "DENIED")).isEqualTo(CallBack.DENIED);
    assertThat(afterCalls("DENIED", "CONFIRMED")).isEqualTo(CallBack.CONFIRMED);
  }

  @Test
  void anAppealOpensARefusedCaseForOthersThanThoseWhoDecided() {
    // When
    Standing after = standing(DONE).after("event-1", reopened("sofia"));

    // Then
    assertThat(after).isEqualTo(APPEALED);
    assertThat(after.waits()).isTrue();
    Standing decided =
        after
            .after("event-2", new CaseClaimed("vera", LATER))
            .after("event-3", Cases.decided("vera"));
    assertThat(decided).isEqualTo(new Standing(DONE, APPEALED.matter()));
  }

  @Test
  void whoDecidedWhatIsAppealedAgainstConfirmsNothing() {
    // Given
    var proposed = new Standing(new Open(), APPEALED.matter().proposed("vera"));

    // Then
    assertThat(proposed.after("event-1", confirmed("vera", "sofia")).waits()).isFalse();
    assertThatThrownBy(() -> proposed.after("event-1", confirmed("vera", "raj")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWithdrawalEndsClaimQuestionAndProposal() {
    // Given
    Standing busy =
        new Standing(new Claimed("raj", LATER), Matter.NONE.asked("question-1").proposed("rita"));

    // When
    Standing after = busy.after("event-1", new CaseWithdrawn(false));

    // Then
    assertThat(after).isEqualTo(standing(new Withdrawn(false)));
    assertThat(after.status(NOON)).isEqualTo(CaseStatus.WITHDRAWN);
    assertThat(after.waits()).isFalse();
  }

  static Stream<CaseState> opened() {
    return Stream.of(new Open(), HELD, DONE, new Withdrawn(false), new Withdrawn(true));
  }

  @ParameterizedTest
  @MethodSource("opened")
  void whatComesFromOutsideCanCrossAnything(CaseState state) {
    // Given
    var document = new CaseDocumentAdded("d", "ORDER", "application/pdf", 1L, "00", "CLEAN", null);

    // Then
    for (SpecificRecord event :
        List.of(
            ANSWERED,
            new CaseSupplemented((ByteBuffer) null),
            document,
            new CaseDocumentScanned("d", "CLEAN"),
            new EmergencyOrderOverdue(NOON))) {
      assertThat(standing(state).after("event-1", event)).isEqualTo(standing(state));
    }
    Standing frozen = standing(state).after("event-1", new CaseFrozen("suspension-1"));
    assertThat(frozen).isEqualTo(new Standing(state, Matter.NONE.frozen("suspension-1")));
    assertThat(frozen.after("event-2", new CaseUnfrozen("suspension-1")))
        .isEqualTo(standing(state));
  }

  private static @Nullable CallBack afterCalls(String... outcomes) {
    Standing standing = standing(HELD);
    for (String outcome : outcomes) {
      standing = standing.after("event-1", called(outcome));
    }
    return standing.matter().callBack();
  }

  private static CaseReopened reopened(String by) {
    return new CaseReopened(by, "decision-1", "rita", "raj", LATER, null);
  }

  private static CaseReassigned given(@Nullable String holder) {
    return new CaseReassigned("sofia", null, holder, holder == null ? null : NOON);
  }

  private static CallBackRecorded called(String outcome) {
    return new CallBackRecorded("rita", outcome, "+49301234567", null);
  }

  private static CaseDecided confirmed(String by, String second) {
    return CaseDecided.newBuilder(Cases.decided(by)).setConfirmedBy(second).build();
  }
}
