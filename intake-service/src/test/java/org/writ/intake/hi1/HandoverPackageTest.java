package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.writ.intake.hi1.Exchange.AGENCY;
import static org.writ.intake.hi1.Exchange.codes;
import static org.writ.intake.hi1.Exchange.object;
import static org.writ.intake.hi1.Exchange.send;
import static org.writ.intake.hi1.Exchange.status;
import static org.writ.intake.hi1.Messages.acknowledgement;
import static org.writ.intake.hi1.Messages.authorisation;
import static org.writ.intake.hi1.Messages.create;
import static org.writ.intake.hi1.Messages.get;
import static org.writ.intake.hi1.Messages.id;
import static org.writ.intake.hi1.Messages.message;
import static org.writ.intake.hi1.Messages.task;
import static org.writ.intake.hi1.Messages.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.intake.HandoverAcknowledgementRefused;
import org.writ.events.intake.HandoverPackageAcknowledged;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;
import org.writ.intake.request.OtherServices;

/** A package as HI-1 has it: shown, acknowledged, and what disclosure says to that. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandoverPackageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TestEvents others;
  private String request;
  private String shown;
  private final String delivery = id();

  @BeforeEach
  void prepare() {
    Exchange.registerAgencies();
    others = new TestEvents();
    String authorisation = id();
    request =
        Exchange.requestOf(
            send(create(authorisation(authorisation)), create(task(id(), authorisation))));
    shown = DerivedId.of(request, DerivedId.Kind.DELIVERY, 0);
    String item = Exchange.item(request);
    others.publish(Topic.REVIEW_CASES, request, OtherServices.opened(item));
    others.publish(
        Topic.REVIEW_CASES,
        request,
        OtherServices.decided(
            CaseOutcome.APPROVED, OtherServices.approved(item, "PHONE_NUMBER", "IP_ADDRESS")));
    others.publish(
        Topic.DISCLOSURE_DELIVERIES,
        request,
        OtherServices.prepared(delivery, OtherServices.disclosed(item, "PHONE_NUMBER")));
    Intake.awaitStatus(AGENCY, request, "AVAILABLE");
  }

  @AfterEach
  void disconnect() {
    others.close();
  }

  @Test
  void packageIsAcknowledgedOnceDisclosureSaysSo() {
    // Given
    assertThat(status(shown)).isEqualTo("Available");

    // When
    var wrong = send(update(acknowledgement(shown, "Received", "00".repeat(32))));
    var answer = send(update(acknowledgement(shown, "Received", OtherServices.SHA256)));

    // Then
    assertThat(codes(wrong)).containsExactly(3007);
    assertThat(codes(answer)).containsExactly(0);
    assertThat(status(shown)).isEqualTo("Received");
    assertThat(object(shown).path("Generation").asInt()).isEqualTo(2);
    assertThat(Intake.request(AGENCY, request).<String>path("status")).isEqualTo("AVAILABLE");
    Event passedOn = awaitEvent(HandoverPackageAcknowledged.class);
    assertThat(passedOn.data())
        .isEqualTo(new HandoverPackageAcknowledged(AGENCY, delivery, OtherServices.SHA256));
    assertThat(passedOn.envelope().actor().role()).isEqualTo("agency");

    // When
    others.publish(
        Topic.DISCLOSURE_DELIVERIES,
        request,
        new DeliveryAcknowledged(delivery, OtherServices.SHA256));
    Intake.awaitStatus(AGENCY, request, "DELIVERED");

    // Then
    assertThat(status(shown)).isEqualTo("Acknowledged");
    assertThat(object(shown).path("Generation").asInt()).isEqualTo(3);
    assertThat(codes(send(update(acknowledgement(shown, "Received", OtherServices.SHA256)))))
        .containsExactly(3012);
  }

  @Test
  void refusalOfDisclosureIsShownAndTheAgencyMayTryAgain() {
    // Given
    send(update(acknowledgement(shown, "Acknowledged", OtherServices.SHA256)));

    // When
    Event refused =
        others.publish(
            Topic.DISCLOSURE_DELIVERIES,
            request,
            new AcknowledgementRefused(delivery, OtherServices.SHA256, "FROZEN"));

    // Then
    await().atMost(PATIENCE).until(() -> status(shown), "Error"::equals);
    assertThat(object(shown).path("Generation").asInt()).isEqualTo(3);
    Event noted = awaitEvent(HandoverAcknowledgementRefused.class);
    assertThat(noted.envelope().cause()).isEqualTo(refused.envelope().id());
    assertThat(
            object(DerivedId.of(request, DerivedId.Kind.REFUSED_ACKNOWLEDGEMENT, 0))
                .path("notification:NotificationDetails")
                .asText())
        .contains("FROZEN");

    // When
    var again =
        send(update(acknowledgement(shown, "Received", OtherServices.SHA256).put("Generation", 3)));

    // Then
    assertThat(codes(again)).containsExactly(0);
    assertThat(status(shown)).isEqualTo("Received");
    assertThat(object(shown).path("Generation").asInt()).isEqualTo(4);
  }

  @Test
  void sameMessageAgainAcknowledgesNothingAgain() {
    // Given
    var message = message(id(), update(acknowledgement(shown, "Received", OtherServices.SHA256)));

    // When
    var first = Exchange.post(message);
    var second = Exchange.post(message);

    // Then
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(object(shown).path("Generation").asInt()).isEqualTo(2);
  }

  @Test
  void anotherAgencyNeitherSeesNorAcknowledgesIt() {
    // When
    var answer =
        Exchange.post(
            Exchange.OTHER,
            Messages.bytes(
                Messages.from(
                    Exchange.OTHER_SENDER,
                    id(),
                    get(shown),
                    update(acknowledgement(shown, "Received", OtherServices.SHA256)))));

    // Then
    assertThat(codes(answer)).containsExactly(3014, 3011);
    assertThat(status(shown)).isEqualTo("Available");
  }

  private <T> Event awaitEvent(Class<T> type) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                others.on(Topic.INTAKE_HANDOVERS, request).stream()
                    .filter(event -> type.isInstance(event.data()))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }
}
