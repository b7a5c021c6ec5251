package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.request.RequestStates.AVAILABLE;
import static org.writ.intake.request.RequestStates.CLARIFYING;
import static org.writ.intake.request.RequestStates.DELIVERED;
import static org.writ.intake.request.RequestStates.NO_DATA;
import static org.writ.intake.request.RequestStates.PARTLY;
import static org.writ.intake.request.RequestStates.PRESERVED;
import static org.writ.intake.request.RequestStates.PRESERVED_EARLY;
import static org.writ.intake.request.RequestStates.RECEIVED;
import static org.writ.intake.request.RequestStates.REFUSED_ALL;
import static org.writ.intake.request.RequestStates.UNDER_REVIEW;
import static org.writ.intake.request.RequestStates.UNTIL;
import static org.writ.intake.request.RequestStates.WITHDRAWN;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseOutcome;

/** How a request goes on as the other services tell of it. */
class RequestProgressTest {

  @Test
  void openedCaseIsUnderReview() {
    // Given
    var opened = OtherServices.opened("a", "b");

    // When
    var step = RequestProgress.decide(RECEIVED, opened);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.UNDER_REVIEW, List.of(), null, null, null));
  }

  @Test
  void refusedRequestThatIsReopenedIsUnderReviewOnceMore() {
    // When
    var step = RequestProgress.decide(REFUSED_ALL, OtherServices.reopened(UNTIL));

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.UNDER_REVIEW, List.of(), null, null, UNTIL));
  }

  @Test
  void decisionTellsWhatBecameOfEachItem() {
    // Given
    var decided =
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved("a", "IP_ADDRESS"),
            OtherServices.refused("b", "NO_VALID_ORDER"));

    // When
    var step = RequestProgress.decide(UNDER_REVIEW, decided);

    // Then
    assertThat(step)
        .contains(
            new RequestProgressed(
                RequestStatus.PARTLY_APPROVED,
                List.of(
                    new ItemProgress("a", ItemResult.APPROVED, List.of("IP_ADDRESS"), null),
                    new ItemProgress("b", ItemResult.REFUSED, List.of(), "NO_VALID_ORDER")),
                null,
                null,
                null));
  }

  @ParameterizedTest
  @MethodSource("awaitingDisclosure")
  void packageMakesTheRequestAvailableWhateverIsKnownOfTheDecision(RequestState state) {
    // Given
    var prepared = OtherServices.prepared("d-1", OtherServices.disclosed("a", "IP_ADDRESS"));

    // When
    var step = RequestProgress.decide(state, prepared).orElseThrow();

    // Then
    assertThat(step.getStatus()).isEqualTo(RequestStatus.AVAILABLE);
    assertThat(step.getItems())
        .containsExactly(new ItemProgress("a", ItemResult.DISCLOSED, List.of("IP_ADDRESS"), null));
    assertThat(step.getDelivery().getDeliveryId()).isEqualTo("d-1");
    assertThat(step.getDelivery().getSha256()).isEqualTo(prepared.getSha256());
    assertThat(step.getDelivery().getSize()).isEqualTo(prepared.getSize());
    assertThat(step.getDelivery().getExpiresAt()).isEqualTo(prepared.getExpiresAt());
  }

  @ParameterizedTest
  @MethodSource("awaitingDisclosure")
  void nothingFoundEndsTheRequestWhateverIsKnownOfTheDecision(RequestState state) {
    // Given
    var nothing = OtherServices.noData("d-1", OtherServices.nothing("a", "UNKNOWN_IDENTIFIER"));

    // When
    var step = RequestProgress.decide(state, nothing);

    // Then
    assertThat(step)
        .contains(
            new RequestProgressed(
                RequestStatus.NO_DATA,
                List.of(new ItemProgress("a", ItemResult.NO_DATA, List.of(), "UNKNOWN_IDENTIFIER")),
                null,
                null,
                null));
  }

  static Stream<RequestState> awaitingDisclosure() {
    return Stream.of(RECEIVED, UNDER_REVIEW, CLARIFYING, PARTLY);
  }

  @Test
  void acknowledgedPackageIsDelivered() {
    // Given
    var acknowledged = OtherServices.acknowledged("d-1");

    // When
    var step = RequestProgress.decide(AVAILABLE, acknowledged);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.DELIVERED, List.of(), null, null, null));
  }

  @Test
  void packageThatNobodyFetchedExpires() {
    // Given
    var expired = OtherServices.expired("d-1");

    // When
    var step = RequestProgress.decide(AVAILABLE, expired);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.EXPIRED, List.of(), null, null, null));
  }

  @Test
  void decisionMayComeWhileAQuestionWaits() {
    // Given
    var decided =
        OtherServices.decided(
            CaseOutcome.REFUSED,
            OtherServices.refused("a", "NO_VALID_ORDER"),
            OtherServices.refused("b", "NO_VALID_ORDER"));

    // When
    var step = RequestProgress.decide(CLARIFYING, decided).orElseThrow();

    // Then
    assertThat(step.getStatus()).isEqualTo(RequestStatus.REFUSED);
  }

  @ParameterizedTest
  @MethodSource("awaitingDisclosure")
  void preservedDataIsTheAgencysNews(RequestState state) {
    // Given
    var preserved = OtherServices.preserved(UNTIL);

    // When
    var step = RequestProgress.decide(state, preserved);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.PRESERVED, List.of(), null, UNTIL, null));
  }

  @ParameterizedTest
  @MethodSource("awaitingDisclosure")
  void ofAPreservationTheAgencyIsToldNoMoreThanWhatThereIsNoCopyOf(RequestState state) {
    // Given
    var preserved = OtherServices.preserved(UNTIL, List.of(OtherServices.notHeld("a")));

    // When
    var step = RequestProgress.decide(state, preserved);

    // Then
    assertThat(step)
        .contains(
            new RequestProgressed(
                RequestStatus.PRESERVED,
                List.of(new ItemProgress("a", ItemResult.NO_DATA, List.of(), null)),
                null,
                UNTIL,
                null));
  }

  @ParameterizedTest
  @MethodSource("awaitingDisclosure")
  void whereNothingCanBePreservedThereIsNoData(RequestState state) {
    // Given
    var nothing = new NothingPreserved("p-1", List.of(OtherServices.notHeld("a")));

    // When
    var step = RequestProgress.decide(state, nothing);

    // Then
    assertThat(step)
        .contains(
            new RequestProgressed(
                RequestStatus.NO_DATA,
                List.of(new ItemProgress("a", ItemResult.NO_DATA, List.of(), null)),
                null,
                null,
                null));
  }

  @ParameterizedTest
  @MethodSource("preserved")
  void preservationWhoseTimeIsOverExpires(RequestState state) {
    // Given
    var expired = new PreservationExpired("p-1");

    // When
    var step = RequestProgress.decide(state, expired);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.EXPIRED, List.of(), null, null, null));
  }

  static Stream<RequestState> preserved() {
    return Stream.of(PRESERVED, PRESERVED_EARLY);
  }

  @ParameterizedTest
  @MethodSource("afterAWithdrawal")
  void whatCrossesAWithdrawalChangesNothing(SpecificRecord input) {
    assertThat(RequestProgress.decide(WITHDRAWN, input)).isEmpty();
  }

  static Stream<SpecificRecord> afterAWithdrawal() {
    return Stream.of(
        OtherServices.preserved(UNTIL, List.of(OtherServices.kept("a"))),
        new NothingPreserved("p-1", List.of(OtherServices.notHeld("a"))),
        new PreservationExpired("p-1"));
  }

  @Test
  void laterEndOfAPreservationIsNewsAndAnEarlierOneIsNot() {
    // Given
    var later = OtherServices.preserved(UNTIL.plusSeconds(1));

    // When
    var step = RequestProgress.decide(PRESERVED, later);

    // Then
    assertThat(step)
        .contains(
            new RequestProgressed(
                RequestStatus.PRESERVED, List.of(), null, UNTIL.plusSeconds(1), null));
    assertThat(RequestProgress.decide(PRESERVED, OtherServices.preserved(UNTIL))).isEmpty();
    assertThat(RequestProgress.decide(PRESERVED, OtherServices.preserved(UNTIL.minusSeconds(1))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ofNoConcern")
  void workOnTheCaseIsNotTheAgencysNews(RequestState state, SpecificRecord input) {
    // Given a state and an event that tells the agency nothing

    // When
    var step = RequestProgress.decide(state, input);

    // Then
    assertThat(step).isEmpty();
  }

  static Stream<Arguments> ofNoConcern() {
    return Stream.of(
            RECEIVED,
            UNDER_REVIEW,
            CLARIFYING,
            PARTLY,
            REFUSED_ALL,
            AVAILABLE,
            DELIVERED,
            NO_DATA,
            PRESERVED,
            WITHDRAWN)
        .flatMap(state -> OtherServices.ofNoConcern().map(input -> Arguments.of(state, input)));
  }
}
