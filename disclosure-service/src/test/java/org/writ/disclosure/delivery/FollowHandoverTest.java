package org.writ.disclosure.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.SigningFiles;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverOutcome;
import org.writ.events.intake.HandoverPackageAcknowledged;

/** What intake passes on from the handover interface, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class FollowHandoverTest extends DeliveryScenario {

  @Test
  void acknowledgementByThePackagesHashEndsTheDelivery() {
    // Given
    String delivery = awaitDelivery();
    events.publish(
        Topic.INTAKE_HANDOVERS,
        "agency-de",
        new HandoverMessageAnswered(null, "00".repeat(32), 0, "", List.<HandoverOutcome>of()));

    // When
    Event input = handover("agency-de", delivery, find(delivery).path("sha256"));

    // Then
    awaitStatus("DELIVERED");
    Event acknowledged = awaitEvents(3).getLast();
    assertThat(acknowledged.envelope().type())
        .isEqualTo("org.writ.events.disclosure.DeliveryAcknowledged");
    assertThat(acknowledged.envelope().cause()).isEqualTo(input.envelope().id());
    assertThat(acknowledged.envelope().actor()).isEqualTo(input.envelope().actor());
  }

  @Test
  void acknowledgementOfSomethingElseIsRefusedAndThePackageStaysAvailable() {
    // Given
    String delivery = awaitDelivery();

    // When
    Event input = handover("agency-de", delivery, "cd".repeat(32));

    // Then
    Event refused = awaitEvents(3).getLast();
    assertThat(refused.data())
        .isEqualTo(new AcknowledgementRefused(delivery, "cd".repeat(32), "WRONG_PACKAGE"));
    assertThat(refused.envelope().cause()).isEqualTo(input.envelope().id());
    find(delivery).then().body("status", equalTo("AVAILABLE"));
    acknowledge(delivery, find(delivery).path("sha256")).then().statusCode(200);
  }

  @Test
  void anotherAgencyAcknowledgesNothing() {
    // Given
    String delivery = awaitDelivery();
    String sha256 = find(delivery).path("sha256");

    // When
    handover("agency-fr", delivery, sha256);

    // Then: it is parked with what follows, for an operator to look at
    await().until(() -> count("parked WHERE subject = ?", request) == 1);
    find(delivery).then().body("status", equalTo("AVAILABLE"));
  }

  private Event handover(String agency, String delivery, String sha256) {
    return events.publish(
        Topic.INTAKE_HANDOVERS, request, new HandoverPackageAcknowledged(agency, delivery, sha256));
  }
}
