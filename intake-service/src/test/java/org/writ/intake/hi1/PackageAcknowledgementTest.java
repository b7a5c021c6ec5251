package org.writ.intake.hi1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.writ.intake.hi1.Messages.acknowledgement;
import static org.writ.intake.hi1.Messages.deliver;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.RequestStanding.Acknowledgement;

/** Acknowledgements of packages. */
class PackageAcknowledgementTest extends HandoverScenario {

  @ParameterizedTest
  @ValueSource(strings = {"Received", "Acknowledged"})
  void packageIsAcknowledgedByItsHash(String status) {
    // Given
    prepared(RequestStatus.AVAILABLE, null);

    // When
    var decision = decide(update(acknowledgement(DELIVERY, status, HASH.toUpperCase(Locale.ROOT))));

    // Then
    assertThat(codes(decision)).containsExactly(0);
    var prepared = requireNonNull(delivery().standing().delivery());
    assertThat(decision.acknowledged())
        .containsExactly(new PackageAcknowledgement(REQUEST, prepared.deliveryId(), HASH));
    assertThat(decision.kept()).as("It stays our object").isEmpty();
  }

  @Test
  void objectMayBeSentBackAsItWasShown() {
    // Given
    prepared(RequestStatus.AVAILABLE, null);
    ObjectNode shown = (ObjectNode) Messages.parse(delivery().shown().members().toString());
    shown.set("delivery:DeliveryStatus", Terms.entry("ETSI", "DeliveryStatus", "Received"));

    // When, then
    assertThat(codes(decide(update(shown)))).containsExactly(0);

    // Given
    shown.put("delivery:DeliveryID", "another");

    // Then
    assertThat(codes(decide(update(shown)))).containsExactly(3007);
  }

  @Test
  void hashOfSomethingElseIsRefused() {
    // Given
    prepared(RequestStatus.AVAILABLE, null);

    // When
    var decision = decide(update(acknowledgement(DELIVERY, "Received", "cd".repeat(32))));

    // Then
    assertThat(codes(decision)).containsExactly(3007);
    assertThat(decision.acknowledged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/delivery:Delivery | null | 3005",
        "/delivery:DeliveryStatus | null | 3005",
        "/delivery:DeliveryStatus/common:Value | \"Error\" | 3001",
        "/delivery:DeliveryStatus/common:Value | \"Available\" | 3007",
        "/delivery:DeliveryStatus/common:Value | \"Lost\" | 3007",
        "/delivery:Delivery/delivery:URL/delivery:Checksums/delivery:Checksum/0/delivery:ChecksumAlgorithm"
            + " | \"MD5\" | 3001",
        "/delivery:Delivery/delivery:URL/delivery:URL | \"https://example.com\" | 3007",
        "/delivery:Delivery/delivery:BinaryData | {} | 3007",
        "/delivery:LastSequence | false | 3007",
        "/OwnerIdentifier | \"ACTOR01\" | 3007",
        "/ExternalIdentifier | \"mine\" | 3007",
        "/Generation | 2 | 3008",
        "/Generation | 1 | 0"
      })
  void acknowledgementSaysWhatIsAcknowledgedAndNothingElse(String pointer, String json, int code) {
    // Given
    prepared(RequestStatus.AVAILABLE, null);
    ObjectNode changes = acknowledgement(DELIVERY, "Received", HASH);
    var parent = (ObjectNode) changes.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (json.equals("null")) {
      parent.remove(name);
    } else {
      parent.set(name, Messages.parse(json));
    }

    // When, then
    assertThat(codes(decide(update(changes)))).containsExactly(code);
  }

  @Test
  void statusOfAnotherDictionaryIsNotServed() {
    // Given
    prepared(RequestStatus.AVAILABLE, null);
    ObjectNode changes = acknowledgement(DELIVERY, "Received", HASH);
    changes.set("delivery:DeliveryStatus", Terms.entry("XX", "DeliveryStatus", "Received"));

    // When, then
    assertThat(codes(decide(update(changes)))).containsExactly(3001);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestStatus.class,
      names = {"DELIVERED", "EXPIRED"})
  void packageAtItsEndStaysAsItIs(RequestStatus status) {
    // Given
    prepared(status, null);

    // When, then
    assertThat(codes(decide(update(acknowledgement(DELIVERY, "Received", HASH)))))
        .containsExactly(3012);
  }

  @Test
  void refusedAcknowledgementCanBeSentAgain() {
    // Given
    prepared(RequestStatus.AVAILABLE, new Acknowledgement("FROZEN", 2, NOW));
    ObjectNode again = acknowledgement(DELIVERY, "Received", HASH);

    // When, then
    assertThat(codes(decide(update(again.put("Generation", 1))))).containsExactly(3008);
    assertThat(codes(decide(update(again.put("Generation", 3))))).containsExactly(0);
  }

  @Test
  void packageIsAcknowledgedOnceInAMessage() {
    // Given
    prepared(RequestStatus.AVAILABLE, null);
    ObjectNode changes = acknowledgement(DELIVERY, "Received", HASH);

    // When, then
    assertThat(codes(decide(update(changes), update(changes)))).containsExactly(3000, 3007);
  }

  @Test
  void whatIsIssuedCanBeReadAndNotChangedOtherwise() {
    // Given
    asked(RequestStatus.CLARIFICATION_REQUESTED, 1);

    // When, then
    assertThat(codes(decide(get(question(0))))).containsExactly(0);
    assertThat(codes(decide(update(Messages.object(ObjectType.DOCUMENT, question(0))))))
        .containsExactly(3001);
  }

  @Test
  void anotherAgencysPackageIsUnknown() {
    // When, then: nothing was issued to this one
    assertThat(codes(decide(update(acknowledgement(DELIVERY, "Received", HASH)))))
        .containsExactly(3011);
    assertThat(codes(decide(get(DELIVERY)))).containsExactly(3014);
  }

  @Test
  void agencySaysNothingOfTheStatusOfWhatItDelivers() {
    // Given
    submitted(RequestStatus.UNDER_REVIEW, null);
    ObjectNode own = Messages.linked(acknowledgement(id(), "Received", HASH), AUTHORISATION);

    // When, then
    assertThat(codes(decide(deliver(own)))).containsExactly(3006);
    own.remove("delivery:DeliveryStatus");
    own.putObject("delivery:Delivery")
        .putObject("delivery:BinaryData")
        .put("delivery:Data", "JVBERi0xLjc=");
    var delivered = decide(deliver(own));
    assertThat(codes(delivered)).containsExactly(0);
    keep(delivered, delivery(AUTHORISATION), 1);
    ObjectNode changes = Messages.object(ObjectType.DELIVERY, own.get("ObjectIdentifier").asText());
    changes.set("delivery:DeliveryStatus", Terms.entry("ETSI", "DeliveryStatus", "Received"));
    assertThat(codes(decide(update(changes)))).containsExactly(3006);
  }

  private Issued delivery() {
    return requireNonNull(issued.get(DELIVERY));
  }

  private RequestStanding delivery(String owned) {
    return requireNonNull(requireNonNull(known.get(owned)).standing());
  }
}
