package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.Intake;

/** The same order, submitted more than once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DuplicateOrderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void sameOrderAgainIsAcceptedAndLinkedToTheFirst() {
    // Given
    var order = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    String first = Intake.submitted("agency-de", order);
    String second = Intake.submitted("agency-de", order);

    // When
    String third = Intake.submitted("agency-de", order.with("/suspectConfirmed", "false"));
    String ofFrance = Intake.submitted("agency-fr", order);

    // Then
    Intake.request("agency-de", first).then().body("containsKey('duplicateOf')", equalTo(false));
    Intake.request("agency-de", second).then().body("duplicateOf", equalTo(first));
    Intake.request("agency-de", third).then().body("duplicateOf", equalTo(first));
    Intake.request("agency-fr", ofFrance).then().body("containsKey('duplicateOf')", equalTo(false));
    Intake.agency("agency-de")
        .get("/v1/requests?limit=200")
        .then()
        .body("items.find { it.id == '" + second + "' }.duplicateOf", equalTo(first));
    var submitted = submitted(second);
    assertThat(submitted.getDuplicateOf()).isEqualTo(first);
    assertThat(submitted.getOrderFingerprint()).matches("[0-9a-f]{64}");
    assertThat(submitted.getItems().getFirst().getIdentifierFingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void orderThatWasTakenBackIsNoDuplicate() {
    // Given
    var order = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    String first = Intake.submitted("agency-de", order);
    OwnRequest.post("agency-de", first, "withdrawal", "{}").then().statusCode(200);

    // When
    String again = Intake.submitted("agency-de", order);

    // Then
    Intake.request("agency-de", again).then().body("containsKey('duplicateOf')", equalTo(false));
  }

  private static RequestSubmitted submitted(String id) {
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> !events.on(Topic.INTAKE_REQUESTS, id).isEmpty());
      return (RequestSubmitted) events.on(Topic.INTAKE_REQUESTS, id).getFirst().data();
    }
  }
}
