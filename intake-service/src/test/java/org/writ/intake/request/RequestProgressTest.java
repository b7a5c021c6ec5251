package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.request.RequestState.Answered;
import org.writ.intake.request.RequestState.Approved;
import org.writ.intake.request.RequestState.Available;
import org.writ.intake.request.RequestState.Clarifying;
import org.writ.intake.request.RequestState.ItemState;
import org.writ.intake.request.RequestState.Preserved;
import org.writ.intake.request.RequestState.Received;
import org.writ.intake.request.RequestState.Refused;
import org.writ.intake.request.RequestState.UnderReview;
import org.writ.intake.request.RequestState.Withdrawn;

class RequestProgressTest {

  private static final ItemState OPEN = new ItemState(null, null);
  private static final ItemState APPROVED = new ItemState(ItemResult.APPROVED, null);
  private static final ItemState REFUSED = new ItemState(ItemResult.REFUSED, null);
  private static final ItemState DISCLOSED = new ItemState(null, ItemResult.DISCLOSED);
  private static final ItemState BOTH = new ItemState(ItemResult.APPROVED, ItemResult.DISCLOSED);

  private static final RequestState RECEIVED = new Received(items(OPEN, OPEN));
  private static final RequestState UNDER_REVIEW = new UnderReview(items(OPEN, OPEN));
  private static final RequestState PARTLY =
      new Approved(items(APPROVED, REFUSED), RequestStatus.PARTLY_APPROVED);
  private static final RequestState REFUSED_ALL = new Refused(items(REFUSED, REFUSED));
  private static final RequestState AVAILABLE = new Available(items(BOTH, REFUSED), "d-1");
  private static final RequestState AVAILABLE_EARLY = new Available(items(DISCLOSED, OPEN), "d-1");
  private static final RequestState DELIVERED =
      new Answered(items(BOTH, REFUSED), RequestStatus.DELIVERED);
  private static final RequestState DELIVERED_EARLY =
      new Answered(items(DISCLOSED, OPEN), RequestStatus.DELIVERED);
  private static final RequestState NO_DATA =
      new Answered(
          items(new ItemState(ItemResult.APPROVED, ItemResult.NO_DATA), REFUSED),
          RequestStatus.NO_DATA);

  private static final Instant UNTIL = Instant.parse("2027-01-31T12:00:00Z");
  private static final RequestState CLARIFYING = new Clarifying(items(OPEN, OPEN));
  private static final RequestState WITHDRAWN = new Withdrawn(items(OPEN, OPEN));
  private static final RequestState PRESERVED = new Preserved(items(APPROVED, REFUSED), UNTIL);
  private static final RequestState PRESERVED_EARLY = new Preserved(items(OPEN, OPEN), UNTIL);

  @Test
  void openedCaseIsUnderReview() {
    // Given
    var opened = OtherServices.opened("a", "b");

    // When
    var step = RequestProgress.decide(RECEIVED, opened);

    // Then
    assertThat(step)
        .contains(new RequestProgressed(RequestStatus.UNDER_REVIEW, List.of(), null, null));
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
        .contains(new RequestProgressed(RequestStatus.DELIVERED, List.of(), null, null));
  }

  @Test
  void packageThatNobodyFetchedExpires() {
    // Given
    var expired = OtherServices.expired("d-1");

    // When
    var step = RequestProgress.decide(AVAILABLE, expired);

    // Then
    assertThat(step).contains(new RequestProgressed(RequestStatus.EXPIRED, List.of(), null, null));
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
        .contains(new RequestProgressed(RequestStatus.PRESERVED, List.of(), null, UNTIL));
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
            new RequestProgressed(RequestStatus.PRESERVED, List.of(), null, UNTIL.plusSeconds(1)));
    assertThat(RequestProgress.decide(PRESERVED, OtherServices.preserved(UNTIL))).isEmpty();
    assertThat(RequestProgress.decide(PRESERVED, OtherServices.preserved(UNTIL.minusSeconds(1))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("crossing")
  void whatCrossesAWithdrawalChangesNothing(SpecificRecord input) {
    // Given what another service did before it heard of the withdrawal

    // When
    var step = RequestProgress.decide(WITHDRAWN, input);

    // Then
    assertThat(step).isEmpty();
  }

  static Stream<SpecificRecord> crossing() {
    return Stream.of(
        OtherServices.opened("a", "b"),
        OtherServices.decided(
            CaseOutcome.APPROVED,
            OtherServices.approved("a", "IP_ADDRESS"),
            OtherServices.approved("b", "IP_ADDRESS")),
        OtherServices.prepared("d-1", OtherServices.disclosed("a", "IP_ADDRESS")),
        OtherServices.noData("d-1", OtherServices.nothing("a", "ACCOUNT_DELETED")),
        OtherServices.preserved(UNTIL),
        OtherServices.acknowledged("d-1"),
        OtherServices.expired("d-1"));
  }

  @ParameterizedTest
  @MethodSource("overtaken")
  void overtakenDecisionTellsOfTheItemsAndLeavesTheStatus(RequestState state) {
    // Given
    var decided =
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved("a", "IP_ADDRESS"),
            OtherServices.refused("b", "NO_VALID_ORDER"));

    // When
    var step = RequestProgress.decide(state, decided).orElseThrow();

    // Then
    assertThat(step.getStatus()).isEqualTo(state.status());
    assertThat(step.getItems())
        .extracting(ItemProgress::getOutcome)
        .containsExactly(ItemResult.APPROVED, ItemResult.REFUSED);
  }

  @ParameterizedTest
  @MethodSource("overtaken")
  void overtakenOpeningOfTheCaseIsNoNews(RequestState state) {
    // Given
    var opened = OtherServices.opened("a", "b");

    // When
    var step = RequestProgress.decide(state, opened);

    // Then
    assertThat(step).isEmpty();
  }

  static Stream<RequestState> overtaken() {
    return Stream.of(AVAILABLE_EARLY, DELIVERED_EARLY, PRESERVED_EARLY);
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

  @ParameterizedTest
  @MethodSource("impossible")
  void whatCannotHappenIsAnErrorAndNotIgnored(RequestState state, SpecificRecord input) {
    // Given a state and an event that contradicts it

    // When, then
    assertThatThrownBy(() -> RequestProgress.decide(state, input))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(input.getSchema().getFullName())
        .hasMessageContaining(state.status().name());
  }

  static Stream<Arguments> impossible() {
    var opened = OtherServices.opened("a", "b");
    var approved =
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved("a", "IP_ADDRESS"),
            OtherServices.refused("b", "NO_VALID_ORDER"));
    var refused =
        OtherServices.decided(
            CaseOutcome.REFUSED,
            OtherServices.refused("a", "NO_VALID_ORDER"),
            OtherServices.refused("b", "NO_VALID_ORDER"));
    var prepared = OtherServices.prepared("d-1", OtherServices.disclosed("a", "IP_ADDRESS"));
    var noData = OtherServices.noData("d-1", OtherServices.nothing("a", "ACCOUNT_DELETED"));
    return Stream.of(
        // The case is opened once, and before it is decided.
        Arguments.of(UNDER_REVIEW, opened),
        Arguments.of(CLARIFYING, opened),
        Arguments.of(PRESERVED, opened),
        Arguments.of(PARTLY, opened),
        Arguments.of(REFUSED_ALL, opened),
        Arguments.of(AVAILABLE, opened),
        Arguments.of(DELIVERED, opened),
        // It is decided once, after it was opened.
        Arguments.of(RECEIVED, approved),
        Arguments.of(PARTLY, approved),
        Arguments.of(REFUSED_ALL, refused),
        Arguments.of(AVAILABLE, approved),
        Arguments.of(PRESERVED, approved),
        Arguments.of(DELIVERED, approved),
        // Data cannot have been disclosed that was refused.
        Arguments.of(AVAILABLE_EARLY, refused),
        Arguments.of(
            AVAILABLE_EARLY,
            OtherServices.decided(
                CaseOutcome.PARTLY_APPROVED,
                OtherServices.refused("a", "NO_VALID_ORDER"),
                OtherServices.approved("b", "IP_ADDRESS"))),
        Arguments.of(REFUSED_ALL, prepared),
        Arguments.of(REFUSED_ALL, noData),
        Arguments.of(
            PARTLY, OtherServices.prepared("d-1", OtherServices.disclosed("b", "IP_ADDRESS"))),
        // The items are those of the request, and the whole says what they say.
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(CaseOutcome.APPROVED, OtherServices.approved("a", "IP_ADDRESS"))),
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(
                CaseOutcome.APPROVED,
                OtherServices.approved("a", "IP_ADDRESS"),
                OtherServices.approved("c", "IP_ADDRESS"))),
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(
                CaseOutcome.APPROVED,
                OtherServices.approved("a", "IP_ADDRESS"),
                OtherServices.approved("a", "IP_ADDRESS"),
                OtherServices.refused("b", "NO_VALID_ORDER"))),
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(
                CaseOutcome.REFUSED,
                OtherServices.approved("a", "IP_ADDRESS"),
                OtherServices.refused("b", "NO_VALID_ORDER"))),
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(
                CaseOutcome.APPROVED,
                OtherServices.refused("a", "NO_VALID_ORDER"),
                OtherServices.refused("b", "NO_VALID_ORDER"))),
        Arguments.of(
            UNDER_REVIEW,
            OtherServices.decided(
                CaseOutcome.UNKNOWN,
                OtherServices.approved("a", "IP_ADDRESS"),
                OtherServices.refused("b", "NO_VALID_ORDER"))),
        Arguments.of(
            PARTLY, OtherServices.prepared("d-1", OtherServices.disclosed("z", "IP_ADDRESS"))),
        // There is one package, or one preservation, and it ends once.
        Arguments.of(PRESERVED, prepared),
        Arguments.of(PRESERVED, noData),
        Arguments.of(REFUSED_ALL, OtherServices.preserved(UNTIL)),
        Arguments.of(AVAILABLE, OtherServices.preserved(UNTIL)),
        Arguments.of(CLARIFYING, OtherServices.acknowledged("d-1")),
        Arguments.of(AVAILABLE, prepared),
        Arguments.of(NO_DATA, prepared),
        Arguments.of(NO_DATA, noData),
        Arguments.of(DELIVERED, noData),
        Arguments.of(PARTLY, OtherServices.acknowledged("d-1")),
        Arguments.of(AVAILABLE, OtherServices.acknowledged("d-2")),
        Arguments.of(DELIVERED, OtherServices.acknowledged("d-1")),
        Arguments.of(DELIVERED, OtherServices.expired("d-1")),
        Arguments.of(NO_DATA, OtherServices.expired("d-1")),
        // What is of no known type is no event of these topics.
        Arguments.of(
            RECEIVED, new RequestProgressed(RequestStatus.AVAILABLE, List.of(), null, null)));
  }

  private static Map<String, ItemState> items(ItemState a, ItemState b) {
    return Map.of("a", a, "b", b);
  }
}
