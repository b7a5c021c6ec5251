package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.writ.intake.request.RequestStates.AVAILABLE;
import static org.writ.intake.request.RequestStates.AVAILABLE_EARLY;
import static org.writ.intake.request.RequestStates.CLARIFYING;
import static org.writ.intake.request.RequestStates.DELIVERED;
import static org.writ.intake.request.RequestStates.NO_DATA;
import static org.writ.intake.request.RequestStates.PARTLY;
import static org.writ.intake.request.RequestStates.PRESERVED;
import static org.writ.intake.request.RequestStates.RECEIVED;
import static org.writ.intake.request.RequestStates.REFUSED_ALL;
import static org.writ.intake.request.RequestStates.UNDER_REVIEW;
import static org.writ.intake.request.RequestStates.UNTIL;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseOutcome;

/** What contradicts the state of a request. */
class ImpossibleProgressTest {

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
        // Only what was refused as a whole is reviewed once more.
        Arguments.of(UNDER_REVIEW, OtherServices.reopened(UNTIL)),
        Arguments.of(PARTLY, OtherServices.reopened(UNTIL)),
        Arguments.of(AVAILABLE, OtherServices.reopened(UNTIL)),
        Arguments.of(DELIVERED, OtherServices.reopened(UNTIL)),
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
        Arguments.of(PARTLY, OtherServices.preserved(UNTIL, List.of(OtherServices.kept("b")))),
        Arguments.of(PARTLY, OtherServices.preserved(UNTIL, List.of(OtherServices.kept("z")))),
        Arguments.of(PARTLY, new NothingPreserved("p-1", List.of(OtherServices.notHeld("b")))),
        Arguments.of(PRESERVED, new NothingPreserved("p-1", List.of())),
        Arguments.of(REFUSED_ALL, new NothingPreserved("p-1", List.of())),
        Arguments.of(PARTLY, new PreservationExpired("p-1")),
        Arguments.of(DELIVERED, new PreservationExpired("p-1")),
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
            RECEIVED, new RequestProgressed(RequestStatus.AVAILABLE, List.of(), null, null, null)));
  }
}
