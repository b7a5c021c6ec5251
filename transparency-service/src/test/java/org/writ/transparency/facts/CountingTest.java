package org.writ.transparency.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.platform.AccountDeleted;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseReopened;
import org.writ.transparency.testing.Requests;

class CountingTest {

  private static final Instant RECEIVED = Instant.parse("2026-08-01T09:00:00Z");
  private static final Instant AT = Instant.parse("2026-08-03T09:00:00Z");

  private static final Set<String> COUNTED =
      Set.of(
          "CaseDecided",
          "PackagePrepared",
          "NoDataFound",
          "DataPreserved",
          "NothingPreserved",
          "CallBackRecorded");

  @Test
  void submissionIsPendingUnderItsCountry() {
    RequestFacts facts = after(submitted("a", "b"));

    assertThat(facts.submission())
        .isEqualTo(new RequestFacts.Submission("DE", "COURT_ORDER", "NATIONAL", "FRAUD", RECEIVED));
    assertThat(facts.accountsSpecified()).isEqualTo(2);
    assertThat(facts.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(facts.outcomeAt()).isNull();
  }

  @Test
  void everythingApprovedAndFoundIsFulfilled() {
    RequestFacts facts =
        after(
            submitted("a", "b"),
            Requests.decided(
                Requests.approved("a", "PHONE_NUMBER"), Requests.approved("b", "PHONE_NUMBER")),
            Requests.prepared(2, Requests.disclosed("a"), Requests.disclosed("b")));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED);
    assertThat(facts.outcomeAt()).isEqualTo(AT);
    assertThat(facts.accountsDisclosed()).isEqualTo(2);
  }

  @Test
  void refusedItemMakesItInPart() {
    RequestFacts facts =
        after(
            submitted("a", "b"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER"), Requests.refused("b")),
            Requests.prepared(1, Requests.disclosed("a")));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED_IN_PART);
  }

  @Test
  void itemWithoutDataMakesItInPart() {
    RequestFacts facts =
        after(
            submitted("a", "b"),
            Requests.decided(
                Requests.approved("a", "PHONE_NUMBER"), Requests.approved("b", "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a"), Requests.withoutData("b")));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED_IN_PART);
  }

  @Test
  void refusedDataTypeMakesItInPart() {
    RequestFacts facts =
        after(
            Requests.submitted(
                "DE", "COURT_ORDER", RECEIVED, Requests.asked("a", "CONTENT", "PHONE_NUMBER")),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a")));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED_IN_PART);
  }

  @Test
  void shorterPeriodMakesItInPart() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(
                Requests.approvedUntil("a", Requests.TO.minusSeconds(1), "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a")));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED_IN_PART);
  }

  @Test
  void nothingApprovedIsRefused() {
    RequestFacts facts =
        after(submitted("a", "b"), Requests.decided(Requests.refused("a"), Requests.refused("b")));

    assertThat(facts.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(facts.outcomeAt()).isEqualTo(AT);
  }

  @Test
  void refusalThatIsAppealedAgainstIsPendingUntilItIsDecidedAnew() {
    // Given
    SpecificRecord refused = Requests.decided(Requests.refused("a"));
    SpecificRecord reopened =
        new CaseReopened("reviewer-2", "decision-1", "reviewer-1", null, AT, null);

    // When
    RequestFacts pending = after(submitted("a"), refused, reopened);
    RequestFacts anew = after(submitted("a"), refused, reopened, refused);

    // Then
    assertThat(pending).isEqualTo(after(submitted("a")));
    assertThat(pending.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(anew.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void approvedAndNotYetCollectedIsPending() {
    RequestFacts facts =
        after(submitted("a"), Requests.decided(Requests.approved("a", "PHONE_NUMBER")));

    assertThat(facts.outcome()).isEqualTo(Outcome.PENDING);
  }

  @Test
  void nothingHeldIsNoData() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            Requests.nothingFound(Requests.withoutData("a")));

    assertThat(facts.outcome()).isEqualTo(Outcome.NO_DATA);
    assertThat(facts.accountsDisclosed()).isZero();
  }

  @Test
  void aCopyThatWasPutAsideIsPreservedWhateverBecomesOfIt() {
    // Given
    SpecificRecord[] kept = {
      submitted("a"), Requests.decided(Requests.approved("a", "PHONE_NUMBER")), preserved()
    };

    // When
    RequestFacts facts = after(kept);
    RequestFacts over =
        after(
            kept[0],
            kept[1],
            kept[2],
            new PreservationProlonged("p", AT, "18 U.S.C. 2703(f)(2)", 1),
            new PreservationExpired("p"));

    // Then
    assertThat(facts.outcome()).isEqualTo(Outcome.PRESERVED);
    assertThat(facts.outcomeAt()).isEqualTo(AT);
    assertThat(facts.accountsDisclosed()).isZero();
    assertThat(over).isEqualTo(facts);
  }

  @Test
  void nothingToPreserveIsNoData() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            new NothingPreserved("p", List.of()));

    assertThat(facts.outcome()).isEqualTo(Outcome.NO_DATA);
  }

  private static SpecificRecord preserved() {
    return new DataPreserved(AT, "p", "18 U.S.C. 2703(f)(2)", "00", 1L, List.of());
  }

  @Test
  void takenBackIsWithdrawn() {
    assertThat(after(submitted("a"), Requests.withdrawn()).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void whatWasDisclosedCannotBeTakenBack() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a")),
            Requests.withdrawn());

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED);
  }

  @Test
  void whatWasPreparedAndTakenBackUnfetchedIsWithdrawn() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a")),
            new RequestWithdrawn((ByteBuffer) null),
            new DeliveryWithdrawn("d"));

    assertThat(facts.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(facts.accountsDisclosed()).isZero();
  }

  @Test
  void whatWasFetchedBeforeItWasTakenBackIsDisclosed() {
    RequestFacts facts =
        after(
            submitted("a"),
            Requests.decided(Requests.approved("a", "PHONE_NUMBER")),
            Requests.prepared(1, Requests.disclosed("a")),
            new PackageFetched("d", "00"),
            new RequestWithdrawn((ByteBuffer) null),
            new DeliveryWithdrawn("d"));

    assertThat(facts.outcome()).isEqualTo(Outcome.FULFILLED);
    assertThat(facts.accountsDisclosed()).isEqualTo(1);
  }

  @Test
  void aCallBackFailedIfTheAgencyDeniedOrNobodyWasReachedUntilTheDecision() {
    // Given
    SpecificRecord refused = Requests.decided(Requests.refused("a"));

    // Then
    assertThat(after(emergency(), called("DENIED")).callBackFailed()).isTrue();
    assertThat(after(emergency(), called("NOT_REACHED")).callBackFailed()).isFalse();
    assertThat(after(emergency(), called("NOT_REACHED"), refused).callBackFailed()).isTrue();
    assertThat(after(emergency(), called("CONFIRMED"), called("NOT_REACHED"), refused))
        .matches(facts -> !facts.callBackFailed());
    assertThat(after(emergency(), called("CONFIRMED"), called("DENIED")).callBackFailed()).isTrue();
    assertThat(after(emergency(), called("DENIED"), called("CONFIRMED")).callBackFailed())
        .isFalse();
    assertThat(after(emergency(), called("SOMETHING_NEW"), refused).callBackFailed()).isFalse();
    assertThat(after(emergency(), refused).callBackFailed()).isFalse();
    assertThat(after(submitted("a"), called("DENIED")).callBackFailed()).isFalse();
  }

  @Test
  void whatIsKnownOfAnEmergencyDoesNotDependOnTheOrderOfTopics() {
    List<SpecificRecord> events = List.of(emergency(), called("DENIED"), new OrderOverdue(AT));
    RequestFacts expected = after(events.toArray(SpecificRecord[]::new));

    assertThat(expected.isEmergency()).isTrue();
    assertThat(expected.callBackFailed()).isTrue();
    assertThat(expected.orderOverdue()).isTrue();
    for (List<SpecificRecord> order : permutations(events)) {
      assertThat(after(order.toArray(SpecificRecord[]::new))).isEqualTo(expected);
    }
  }

  private static SpecificRecord emergency() {
    return Requests.submitted("DE", "EMERGENCY", RECEIVED, Requests.asked("a", "PHONE_NUMBER"));
  }

  private static SpecificRecord called(String outcome) {
    return new CallBackRecorded("3f0a", outcome, "+4930", null);
  }

  /** The ledger keeps the order within a topic, and no other. */
  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"FULFILLED", "FULFILLED_IN_PART", "NO_DATA", "PRESERVED", "WITHDRAWN"})
  void orderOfTopicsDoesNotMatter(Outcome outcome) {
    List<SpecificRecord> events = eventsOf(outcome);
    RequestFacts expected = after(events.toArray(SpecificRecord[]::new));

    assertThat(expected.outcome()).isEqualTo(outcome);
    for (List<SpecificRecord> order : permutations(events)) {
      assertThat(after(order.toArray(SpecificRecord[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void eventOfUnknownTypeIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(new AccountDeleted("1000001", AT)))
        .withMessageContaining("AccountDeleted");
  }

  @Test
  void eventsThatChangeNoNumberChangeNothing() {
    RequestFacts facts = after(submitted("a"));
    for (Topic topic :
        List.of(
            Topic.INTAKE_AGENCIES,
            Topic.INTAKE_HANDOVERS,
            Topic.REVIEW_CASES,
            Topic.REVIEW_CONFLICTS,
            Topic.REVIEW_QUALITY,
            Topic.DISCLOSURE_DELIVERIES,
            Topic.DISCLOSURE_ACCESS)) {
      for (Class<? extends SpecificRecord> type : topic.recordTypes()) {
        if (COUNTED.contains(type.getSimpleName())) {
          continue;
        }
        assertThat(Counting.apply(facts, event(blank(type)))).isEqualTo(facts);
      }
    }
  }

  private static List<SpecificRecord> eventsOf(Outcome outcome) {
    SpecificRecord submitted = submitted("a", "b");
    SpecificRecord approved =
        Requests.decided(
            Requests.approved("a", "PHONE_NUMBER"), Requests.approved("b", "PHONE_NUMBER"));
    return switch (outcome) {
      case FULFILLED ->
          List.of(
              submitted,
              approved,
              Requests.prepared(2, Requests.disclosed("a"), Requests.disclosed("b")));
      case FULFILLED_IN_PART ->
          List.of(
              submitted,
              Requests.decided(Requests.approved("a", "PHONE_NUMBER"), Requests.refused("b")),
              Requests.prepared(1, Requests.disclosed("a")));
      case NO_DATA ->
          List.of(submitted, approved, Requests.nothingFound(Requests.withoutData("a")));
      case PRESERVED -> List.of(submitted, approved, preserved());
      case WITHDRAWN -> List.of(submitted, approved, Requests.withdrawn());
      default -> throw new IllegalArgumentException(outcome.name());
    };
  }

  private static List<List<SpecificRecord>> permutations(List<SpecificRecord> events) {
    if (events.size() == 1) {
      return List.of(events);
    }
    var all = new ArrayList<List<SpecificRecord>>();
    for (SpecificRecord first : events) {
      var rest = new ArrayList<>(events);
      rest.remove(first);
      for (List<SpecificRecord> order : permutations(rest)) {
        var permutation = new ArrayList<SpecificRecord>(List.of(first));
        permutation.addAll(order);
        all.add(permutation);
      }
    }
    return all;
  }

  private static SpecificRecord blank(Class<? extends SpecificRecord> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SpecificRecord submitted(String... itemIds) {
    return Requests.submitted(
        "DE",
        "COURT_ORDER",
        RECEIVED,
        Arrays.stream(itemIds)
            .map(id -> Requests.asked(id, "PHONE_NUMBER"))
            .toArray(org.writ.events.intake.RequestedItem[]::new));
  }

  private static RequestFacts after(SpecificRecord... events) {
    RequestFacts facts = RequestFacts.NONE;
    for (SpecificRecord data : events) {
      facts = Counting.apply(facts, event(data));
    }
    return facts;
  }

  private static Event event(SpecificRecord data) {
    return new Event(
        Topic.of(data.getClass()),
        new Envelope(
            new UUID(0, 1),
            "/writ/test",
            data.getSchema().getFullName(),
            "r",
            AT,
            1,
            null,
            Actor.service("test")),
        data,
        new EventDigest(new byte[32]));
  }
}
