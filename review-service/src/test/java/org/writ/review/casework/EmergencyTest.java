package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.review.casework.Cases.standing;
import static org.writ.review.casework.DecisionBodies.approve;
import static org.writ.review.casework.DecisionBodies.body;
import static org.writ.review.casework.DecisionBodies.read;
import static org.writ.review.casework.DecisionBodies.refuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CallBackDetails;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Open;
import org.writ.review.casework.Matter.CallBack;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

/** Two persons and a call to the agency before anything of an emergency is disclosed. */
class EmergencyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
  private static final CaseState HELD = new Claimed("rita", NOW.plusSeconds(1));
  private static final Matter CALLED = Matter.NONE.called(CallBack.CONFIRMED);
  private static final String APPROVE = body(approve("item-1", "IP_ADDRESS", "PHONE_NUMBER"));
  private static final String REFUSE = body(refuse("item-1", "SUSPECTED_FORGERY"));
  private static final CaseOpened EMERGENCY =
      CaseOpened.newBuilder(Cases.opened(1))
          .setProcess("EMERGENCY")
          .setCallBackPhone("+493012345")
          .build();

  @Test
  void nothingIsApprovedBeforeTheAgencyConfirmedIt() {
    assertThatThrownBy(() -> decide(new Standing(HELD, Matter.NONE), EMERGENCY, APPROVE))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("after a call-back");
    assertThatThrownBy(
            () -> decide(new Standing(HELD, CALLED.called(CallBack.DENIED)), EMERGENCY, APPROVE))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("denied");
  }

  @Test
  void anApprovalIsProposedToASecondPerson() {
    // When
    NewEvent event = decide(new Standing(HELD, CALLED), EMERGENCY, APPROVE);

    // Then
    assertThat(event.data())
        .isInstanceOfSatisfying(
            DecisionProposed.class,
            proposed -> {
              assertThat(proposed.getProposedBy()).isEqualTo("rita");
              assertThat(proposed.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
              assertThat(proposed.getItems()).hasSize(1);
            });
    assertThat(event.personal()).isInstanceOf(DecisionDetails.class);
  }

  @Test
  void refusingEverythingTakesOnePersonAndNoCall() {
    assertThat(decide(new Standing(HELD, Matter.NONE), EMERGENCY, REFUSE).data())
        .isInstanceOf(CaseDecided.class);
  }

  @Test
  void aFindingAsksForASecondPersonIfWhatItIsAboutIsApproved() {
    // Given
    CaseOpened file = Cases.with(Cases.opened(2), Severity.SECOND_PERSON, "item-2");
    String first = approve("item-1", "IP_ADDRESS");
    String second = approve("item-2", "IP_ADDRESS");

    // Then
    assertThat(decide(standing(HELD), file, body(first, refuse("item-2", "OVERBROAD"))).data())
        .isInstanceOf(CaseDecided.class);
    assertThat(decide(standing(HELD), file, body(first, second)).data())
        .isInstanceOf(DecisionProposed.class);
  }

  @Test
  void aBlockingFindingIsNotProposedEither() {
    // Given
    CaseOpened file =
        CaseOpened.newBuilder(EMERGENCY)
            .setFindings(
                List.of(
                    new Finding(
                        "a-rule",
                        Severity.BLOCKING,
                        "NO_SUSPECT",
                        "house",
                        "So.",
                        null,
                        List.of())))
            .build();

    // Then
    assertThatThrownBy(() -> decide(new Standing(HELD, CALLED), file, APPROVE))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("a-rule");
  }

  @Test
  void whatIsProposedIsNotDecidedAnotherWay() {
    // Given
    var pending = new Standing(new Claimed("raj", NOW.plusSeconds(1)), CALLED.proposed("rita"));

    // Then
    assertThatThrownBy(() -> decide(pending, EMERGENCY, REFUSE, "raj"))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("proposed already");
  }

  @Test
  void anotherPersonConfirmsWhatWasProposed() {
    // When
    NewEvent event = confirm(new Standing(new Open(), CALLED.proposed("rita")), "raj");

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getDecidedBy()).isEqualTo("rita");
    assertThat(decided.getConfirmedBy()).isEqualTo("raj");
    assertThat(decided.getItems()).isEqualTo(proposal().getItems());
    assertThat(decided.getPolicy()).isEqualTo(Cases.POLICY.reference());
    assertThat(event.personal()).isNotNull();
  }

  @Test
  void nobodyIsTheirOwnSecondPerson() {
    // Given
    var pending = new Standing(new Open(), CALLED.proposed("rita"));

    // Then
    assertThatThrownBy(() -> confirm(pending, "rita"))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("another person");
    assertThatThrownBy(() -> SecondPerson.object(pending, false, "no", "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("another person");
  }

  @Test
  void aConfirmationNeedsAProposalThatNothingHasStopped() {
    assertConfirmationRefused(new Standing(new Open(), CALLED), "No decision");
    assertConfirmationRefused(standing(new Decided(CaseOutcome.APPROVED)), "decided already");
    assertConfirmationRefused(standing(new CaseState.Withdrawn(false)), "withdrawn");
    assertConfirmationRefused(
        new Standing(new Open(), CALLED.proposed("rita").frozen("suspension-1")), "suspended");
    assertConfirmationRefused(
        new Standing(new Claimed("sofia", NOW.plusSeconds(1)), CALLED.proposed("rita")),
        "Somebody else");
    assertConfirmationRefused(
        new Standing(new Open(), CALLED.proposed("rita").called(CallBack.DENIED)), "denied");
  }

  @Test
  void anObjectionGivesItsReasonSealed() {
    // When
    NewEvent event =
        SecondPerson.object(
            new Standing(new Open(), CALLED.proposed("rita")), false, "too wide", "raj", NOW);

    // Then
    assertThat(event)
        .isEqualTo(
            NewEvent.sealed(new DecisionObjected("raj", null), new CaseMessageDetails("too wide")));
  }

  @Test
  void aCallGoesToTheNumberOnFile() {
    // When
    NewEvent event =
        CallingBack.record(
            standing(HELD),
            EMERGENCY,
            false,
            call("\"DENIED\",\"note\":\"nobody knows\""),
            "rita",
            NOW);

    // Then
    assertThat(event)
        .isEqualTo(
            NewEvent.sealed(
                new CallBackRecorded("rita", "DENIED", "+493012345", null),
                new CallBackDetails("nobody knows")));
  }

  @Test
  void aCallIsRecordedByTheHolderOfAnEmergencyWithANumberOnFile() {
    // Given
    VerificationBody call = call("\"CONFIRMED\"");
    CaseOpened unknown = CaseOpened.newBuilder(EMERGENCY).setCallBackPhone("").build();

    // Then
    assertThatThrownBy(() -> CallingBack.record(standing(HELD), unknown, false, call, "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("No number to call back was on file")
        .hasMessageContaining("submit the emergency again");
    assertThatThrownBy(
            () -> CallingBack.record(standing(HELD), Cases.opened(1), false, call, "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("Only an emergency");
    assertThatThrownBy(() -> CallingBack.record(standing(HELD), EMERGENCY, false, call, "raj", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining("claim it first");
  }

  @Test
  void aBodyThatNamesANumberIsRefused() {
    assertThat(faults("{\"outcome\":\"CONFIRMED\",\"number\":\"+491\"}"))
        .containsExactly("/number");
    assertThat(faults("{\"outcome\":\"PERHAPS\",\"note\":7}")).containsExactly("/outcome", "/note");
  }

  private static List<String> faults(String body) {
    return switch (VerificationBody.read(json(body))) {
      case Reading.Sound<VerificationBody> _ -> List.of();
      case Reading.Faulty<VerificationBody>(List<Fault> faults) ->
          faults.stream().map(Fault::pointer).toList();
    };
  }

  @Test
  void aQuestionStopsTheClockWhereTheRegimeSaysSo() {
    // Given
    CaseOpened stops =
        CaseOpened.newBuilder(Cases.opened(1)).setClarificationStopsClock(true).build();

    // Then
    assertThat(Asking.ask(standing(HELD), stops, false, "Which port?", "rita", NOW))
        .isEqualTo(
            NewEvent.sealed(
                new ClarificationRequested("rita", NOW, null),
                new CaseMessageDetails("Which port?")));
    assertThat(Asking.ask(standing(HELD), Cases.opened(1), false, "Why?", "rita", NOW).data())
        .isEqualTo(new ClarificationRequested("rita", null, null));
  }

  @Test
  void aQuestionIsAskedByTheHolderAndOneAtATime() {
    assertNotAsked(standing(new Open()), false, "claim it first");
    assertNotAsked(new Standing(HELD, Matter.NONE.asked("question-1")), false, "asked already");
    assertNotAsked(new Standing(HELD, Matter.NONE.frozen("suspension-1")), false, "suspended");
    assertNotAsked(new Standing(HELD, Matter.NONE.proposed("raj")), false, "waits for you");
    assertNotAsked(standing(HELD), true, "erased");
  }

  private static void assertNotAsked(Standing standing, boolean erased, String message) {
    assertThatThrownBy(() -> Asking.ask(standing, Cases.opened(1), erased, "Why?", "rita", NOW))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining(message);
  }

  private static void assertConfirmationRefused(Standing standing, String message) {
    assertThatThrownBy(() -> confirm(standing, "raj"))
        .isInstanceOf(CaseConflict.class)
        .hasMessageContaining(message);
  }

  private static NewEvent confirm(Standing standing, String reviewer) {
    DecisionProposed proposal = proposal();
    return SecondPerson.confirm(standing, EMERGENCY, proposal, details(), reviewer, NOW);
  }

  private static DecisionProposed proposal() {
    return (DecisionProposed) decide(new Standing(HELD, CALLED), EMERGENCY, APPROVE).data();
  }

  private static @Nullable DecisionDetails details() {
    return (DecisionDetails)
        Objects.requireNonNull(decide(new Standing(HELD, CALLED), EMERGENCY, APPROVE).personal());
  }

  private static NewEvent decide(Standing standing, CaseOpened file, String body) {
    return decide(standing, file, body, "rita");
  }

  private static NewEvent decide(Standing standing, CaseOpened file, String body, String reviewer) {
    return Deciding.decide(
        standing,
        file,
        false,
        Cases.details(file.getItems().size()),
        Cases.POLICY,
        read(body),
        reviewer,
        NOW);
  }

  private static VerificationBody call(String outcome) {
    return VerificationBody.read(json("{\"outcome\":" + outcome + "}")).orRefuse();
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
