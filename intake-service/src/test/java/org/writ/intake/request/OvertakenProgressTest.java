package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.request.RequestStates.AVAILABLE_EARLY;
import static org.writ.intake.request.RequestStates.DELIVERED_EARLY;
import static org.writ.intake.request.RequestStates.PRESERVED_EARLY;
import static org.writ.intake.request.RequestStates.UNTIL;
import static org.writ.intake.request.RequestStates.WITHDRAWN;

import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.ItemResult;
import org.writ.events.review.CaseOutcome;

/** What other services did before they heard of one another: events that cross. */
class OvertakenProgressTest {

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
}
