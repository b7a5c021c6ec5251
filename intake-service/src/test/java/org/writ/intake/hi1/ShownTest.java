package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.RequestStanding.Acknowledgement;
import org.writ.intake.hi1.RequestStanding.Aside;
import org.writ.intake.hi1.RequestStanding.Item;
import org.writ.intake.hi1.RequestStanding.Package;
import org.writ.intake.hi1.RequestStanding.Question;
import org.writ.intake.hi1.RequestStanding.Step;

class ShownTest {

  private static final Instant CREATED = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-23T10:00:00Z");
  private static final String REQUEST = "01936f00-0000-7000-8000-00000000abcd";
  private static final String ITEM = "01936f00-0000-7000-8000-000000000002";
  private static final String AUTHORISATION = "7dbbc880-8750-4d3c-abe7-ea4a17646045";
  private static final String TASK = "2b36a78b-b628-416d-bd22-404e68a0cd36";

  @ParameterizedTest
  @CsvSource({
    "RECEIVED,,AwaitingApproval,AwaitingApproval,AwaitingPreservation",
    "UNDER_REVIEW,,AwaitingApproval,AwaitingApproval,AwaitingPreservation",
    "CLARIFICATION_REQUESTED,,AwaitingApproval,AwaitingApproval,AwaitingPreservation",
    "APPROVED,APPROVED,Approved,AwaitingDisclosure,AwaitingPreservation",
    "PARTLY_APPROVED,REFUSED,Approved,Rejected,Rejected",
    "REFUSED,REFUSED,Rejected,Rejected,Rejected",
    "AVAILABLE,DISCLOSED,Approved,Disclosed,AwaitingPreservation",
    "DELIVERED,NO_DATA,Approved,DisclosureNotAvailable,PreservationNotAvailable",
    "NO_DATA,NO_DATA,Approved,DisclosureNotAvailable,PreservationNotAvailable",
    "PRESERVED,APPROVED,Approved,AwaitingDisclosure,Preserved",
    "EXPIRED,DISCLOSED,Expired,Disclosed,Expired",
    "WITHDRAWN,,Cancelled,Cancelled,Cancelled"
  })
  void statusesFollowTheRequest(
      RequestStatus status,
      @Nullable ItemResult result,
      String authorisation,
      String disclosure,
      String preservation) {
    // Given
    var standing = standing(status, result, null);

    // When, then
    assertThat(Shown.of(known(ObjectType.AUTHORISATION, standing)).status())
        .isEqualTo(authorisation);
    assertThat(Shown.of(known(ObjectType.LD_TASK, standing)).status()).isEqualTo(disclosure);
    assertThat(Shown.of(known(ObjectType.LP_TASK, standing)).status()).isEqualTo(preservation);
  }

  @Test
  void whatTheReceiverAddsStandsWhereTheStandardHasIt() {
    // Given
    var standing = standing(RequestStatus.REFUSED, ItemResult.REFUSED, null);

    // When
    var shown = Shown.of(known(ObjectType.LD_TASK, standing));

    // Then
    assertThat(shown.members().propertyStream().map(Entry::getKey))
        .containsExactly(
            "@xsi:type",
            "ObjectIdentifier",
            "CountryCode",
            "OwnerIdentifier",
            "Generation",
            "AssociatedObjects",
            "LastChanged",
            "task:Reference",
            "task:Status",
            "task:StatusReason",
            "task:RequestDetails");
    assertThat(shown.members().path("task:StatusReason").asText()).isEqualTo("NO_LEGAL_BASIS");
    assertThat(shown.lastChanged()).isEqualTo(CHANGED);
  }

  @Test
  void packageIsADeliveryAndQuestionsAreNotifications() {
    // Given
    var delivery = new Package("d", "ab".repeat(32), 77, CHANGED, null);

    // When
    var all = issued(standing(RequestStatus.AVAILABLE, ItemResult.DISCLOSED, delivery));

    // Then
    assertThat(all)
        .extracting(Shown::type)
        .containsExactly(
            ObjectType.NOTIFICATION,
            ObjectType.NOTIFICATION,
            ObjectType.NOTIFICATION,
            ObjectType.DELIVERY);
    assertThat(all.get(2).members().path("notification:NotificationDetails").asText())
        .isEqualTo("Which court?");
    ObjectNode shown = all.getLast().members();
    assertThat(shown.at("/delivery:Delivery/delivery:URL/delivery:URL").asText())
        .isEqualTo("https://disclosure.example/v1/deliveries/d/package");
    assertThat(shown.at("/delivery:DeliveryStatus/common:Value").asText()).isEqualTo("Available");
    assertThat(shown.at("/delivery:Reference/delivery:LDID").asText()).isEqualTo("AZ 1");
    assertThat(all)
        .allSatisfy(
            one ->
                assertThat(DerivedId.parse(one.id()))
                    .hasValueSatisfying(id -> assertThat(REQUEST).startsWith(id.requestPrefix())));
    assertThat(all).extracting(Shown::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE,,0,Available,1",
    "AVAILABLE,,1,Received,2",
    "AVAILABLE,FROZEN,2,Error,3",
    "AVAILABLE,,3,Received,4",
    "DELIVERED,,0,Acknowledged,2",
    "DELIVERED,,1,Acknowledged,3",
    "EXPIRED,,0,Expired,2",
    "EXPIRED,GONE,2,Expired,4"
  })
  void packageIsShownWithWhatWasSaidOfIt(
      RequestStatus status, @Nullable String refusal, int changes, String shown, long generation) {
    // Given
    var said = changes == 0 ? null : new Acknowledgement(refusal, changes, CHANGED);
    var issued =
        issued(
            standing(
                status,
                ItemResult.DISCLOSED,
                new Package("d", "ab".repeat(32), 77, CHANGED, said)));

    // When
    var delivery = issued.getLast();

    // Then
    assertThat(delivery.type()).isEqualTo(ObjectType.DELIVERY);
    assertThat(delivery.status()).isEqualTo(shown);
    assertThat(delivery.generation()).isEqualTo(generation);
    assertThat(issued.stream().map(one -> one.members().toString()).toList())
        .filteredOn(members -> members.contains("AcknowledgementRefused"))
        .hasSize(refusal == null ? 0 : 1)
        .allMatch(members -> refusal != null && members.contains(refusal));
  }

  @Test
  void questionIsNewUntilItWaitsForNoAnswer() {
    // Given
    var standing =
        new RequestStanding(
            RequestStatus.CLARIFICATION_REQUESTED,
            Map.of(),
            List.of(new Step(RequestStatus.RECEIVED, CREATED)),
            List.of(
                new Question(CREATED, "Which court?", CHANGED),
                new Question(CHANGED, "Which town?", null)),
            null,
            null,
            Aside.NOTHING);

    // When
    var questions = issued(standing).subList(1, 3);

    // Then
    assertThat(questions)
        .extracting(
            Shown::generation,
            Shown::lastChanged,
            one -> one.members().path("notification:NewNotification").asBoolean())
        .containsExactly(tuple(2L, CHANGED, false), tuple(1L, CHANGED, true));
    assertThat(standing.waitingQuestion()).isEqualTo(1);
  }

  private static List<Shown> issued(RequestStanding standing) {
    return new IssuedObjects(
            REQUEST,
            standing,
            List.of(AUTHORISATION, TASK),
            "AZ 1",
            Messages.US,
            "https://disclosure.example")
        .all().stream().map(Issued::shown).toList();
  }

  @Test
  void agencysOwnIdentifiersAreNotTakenForIssuedOnes() {
    assertThat(DerivedId.parse(AUTHORISATION)).isEmpty();
    assertThat(DerivedId.parse(REQUEST)).isEmpty();
  }

  private static Known known(ObjectType type, RequestStanding standing) {
    ObjectNode members =
        type == ObjectType.AUTHORISATION
            ? Messages.authorisation(AUTHORISATION)
            : Messages.task(type, TASK, AUTHORISATION, "writ", "AccountId", "1000001");
    return new Known(
        ObjectRules.owned(new HandoverObject(type, members), Messages.SENDER),
        REQUEST,
        type == ObjectType.AUTHORISATION ? null : ITEM,
        1,
        CREATED,
        standing,
        1);
  }

  private static RequestStanding standing(
      RequestStatus status, @Nullable ItemResult result, @Nullable Package delivery) {
    return new RequestStanding(
        status,
        result == null
            ? Map.of()
            : Map.of(
                ITEM, new Item(result, result == ItemResult.REFUSED ? "NO_LEGAL_BASIS" : null)),
        List.of(new Step(RequestStatus.RECEIVED, CREATED), new Step(status, CHANGED)),
        List.of(new Question(CHANGED, "Which court?", null)),
        delivery,
        null,
        Aside.NOTHING);
  }
}
