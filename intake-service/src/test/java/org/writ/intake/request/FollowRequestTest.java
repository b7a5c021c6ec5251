package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FollowRequestTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DELIVERY = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";

  private final DataSource dataSource;
  private final TestEvents others = new TestEvents();
  private String id = "";
  private List<String> items = List.of();

  FollowRequestTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void submitTwoItems() {
    Intake.registerAgencies();
    id =
        Intake.submitted(
            "agency-de",
            SubmissionBody.sound()
                .plus(
                    "/items",
                    """
                    {"identifier":{"type":"USERNAME","value":"demo_user_2"},"dataTypes":["DEVICE"]}
                    """));
    items = Intake.request("agency-de", id).path("items.itemId");
  }

  @AfterEach
  void closeEvents() {
    others.close();
  }

  @Test
  void agencySeesEachStepUntilThePackageIsDelivered() {
    // Given
    review(OtherServices.opened(items.get(0), items.get(1)));
    review(
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved(items.get(0), "IP_ADDRESS"),
            OtherServices.refused(items.get(1), "NO_VALID_ORDER")));
    Intake.awaitStatus("agency-de", id, "PARTLY_APPROVED");
    disclosure(OtherServices.deliveryOpened(DELIVERY));
    disclosure(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(items.get(0), "IP_ADDRESS")));
    Intake.awaitStatus("agency-de", id, "AVAILABLE");

    // When
    disclosure(OtherServices.acknowledged(DELIVERY));
    Intake.awaitStatus("agency-de", id, "DELIVERED");

    // Then
    Intake.request("agency-de", id)
        .then()
        .body(
            "history.status",
            equalTo(
                List.of("RECEIVED", "UNDER_REVIEW", "PARTLY_APPROVED", "AVAILABLE", "DELIVERED")))
        .body("items[0].outcome", equalTo("DISCLOSED"))
        .body("items[0].grantedDataTypes", equalTo(List.of("IP_ADDRESS")))
        .body("items[0].ground", nullValue())
        .body("items[1].outcome", equalTo("REFUSED"))
        .body("items[1].grantedDataTypes", equalTo(List.of()))
        .body("items[1].ground", equalTo("NO_VALID_ORDER"))
        .body("delivery.id", equalTo(DELIVERY))
        .body("delivery.sha256", equalTo(OtherServices.SHA256))
        .body("delivery.size", equalTo(4_711))
        .body("delivery.expiresAt", equalTo(OtherServices.EXPIRES_AT.toString()));
  }

  @Test
  void refusedRequestIsReviewedAndDecidedOnceMoreUponAnAppeal() {
    // Given
    Instant due = Instant.parse("2027-03-01T00:00:00Z");
    review(OtherServices.opened(items.get(0), items.get(1)));
    review(
        OtherServices.decided(
            CaseOutcome.REFUSED,
            OtherServices.refused(items.get(0), "NO_VALID_ORDER"),
            OtherServices.refused(items.get(1), "NO_VALID_ORDER")));
    Intake.awaitStatus("agency-de", id, "REFUSED");

    // When
    review(OtherServices.reopened(due));
    Intake.awaitStatus("agency-de", id, "UNDER_REVIEW");

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("dueAt", equalTo(due.toString()))
        .body("items[0].outcome", nullValue())
        .body("items[0].ground", nullValue());

    // When
    review(
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved(items.get(0), "IP_ADDRESS"),
            OtherServices.refused(items.get(1), "NO_VALID_ORDER")));
    disclosure(OtherServices.deliveryOpened(DELIVERY));
    disclosure(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(items.get(0), "IP_ADDRESS")));
    Intake.awaitStatus("agency-de", id, "AVAILABLE");

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("items.outcome", equalTo(List.of("DISCLOSED", "REFUSED")));
  }

  @Test
  void stepNamesTheEventThatCausedIt() {
    // Given
    var opened = review(OtherServices.opened(items.get(0), items.get(1)));

    // When
    Intake.awaitStatus("agency-de", id, "UNDER_REVIEW");

    // Then
    await().atMost(PATIENCE).until(() -> others.on(Topic.INTAKE_REQUESTS, id).size() == 2);
    var step = others.on(Topic.INTAKE_REQUESTS, id).getLast();
    assertThat(step.data())
        .isEqualTo(new RequestProgressed(RequestStatus.UNDER_REVIEW, List.of(), null, null, null));
    assertThat(step.envelope().cause()).isEqualTo(opened.envelope().id());
    assertThat(step.envelope().actor()).hasToString("service:intake");
    assertThat(step.envelope().sequence()).isEqualTo(2);
  }

  @Test
  void packageThatIsHeardOfBeforeItsDecisionIsAvailableAtOnceAndTheDecisionIsAddedLater() {
    // Given
    disclosure(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(items.get(0), "IP_ADDRESS")));
    Intake.awaitStatus("agency-de", id, "AVAILABLE");

    // When
    review(OtherServices.opened(items.get(0), items.get(1)));
    review(
        OtherServices.decided(
            CaseOutcome.PARTLY_APPROVED,
            OtherServices.approved(items.get(0), "IP_ADDRESS", "PHONE_NUMBER"),
            OtherServices.refused(items.get(1), "NO_VALID_ORDER")));
    await()
        .atMost(PATIENCE)
        .until(() -> Intake.request("agency-de", id).path("items[1].outcome"), "REFUSED"::equals);

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("status", equalTo("AVAILABLE"))
        .body("items[0].outcome", equalTo("DISCLOSED"))
        .body("items[0].grantedDataTypes", equalTo(List.of("IP_ADDRESS")))
        .body("history.status", equalTo(List.of("RECEIVED", "AVAILABLE")));
  }

  @Test
  void refusedRequestTellsTheGroundOfEachItem() {
    // Given
    review(OtherServices.opened(items.get(0), items.get(1)));

    // When
    review(
        OtherServices.decided(
            CaseOutcome.REFUSED,
            OtherServices.refused(items.get(0), "NO_VALID_ORDER"),
            OtherServices.refused(items.get(1), "DATA_TYPE_NOT_DISCLOSED")));
    Intake.awaitStatus("agency-de", id, "REFUSED");

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("items.ground", equalTo(List.of("NO_VALID_ORDER", "DATA_TYPE_NOT_DISCLOSED")));
  }

  @Test
  void nothingFoundTellsWhy() {
    // Given
    review(OtherServices.opened(items.get(0), items.get(1)));
    review(
        OtherServices.decided(
            CaseOutcome.APPROVED,
            OtherServices.approved(items.get(0), "IP_ADDRESS"),
            OtherServices.approved(items.get(1), "DEVICE")));
    Intake.awaitStatus("agency-de", id, "APPROVED");

    // When
    disclosure(
        OtherServices.noData(
            DELIVERY,
            OtherServices.nothing(items.get(0), "UNKNOWN_IDENTIFIER"),
            OtherServices.nothing(items.get(1), "NOTHING_IN_PERIOD")));
    Intake.awaitStatus("agency-de", id, "NO_DATA");

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("items.outcome", equalTo(List.of("NO_DATA", "NO_DATA")))
        .body("items.ground", equalTo(List.of("UNKNOWN_IDENTIFIER", "NOTHING_IN_PERIOD")));
  }

  @Test
  void expiredPackageEndsTheRequest() {
    // Given
    disclosure(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(items.get(0), "IP_ADDRESS")));

    // When
    disclosure(OtherServices.expired(DELIVERY));

    // Then
    Intake.awaitStatus("agency-de", id, "EXPIRED");
  }

  @Test
  void impossibleEventIsParkedAndOtherRequestsGoOn() throws Exception {
    // Given
    String other = Intake.submitted("agency-de", SubmissionBody.sound());
    String otherItem = Intake.request("agency-de", other).path("items[0].itemId");

    // When
    disclosure(OtherServices.acknowledged(DELIVERY));
    others.publish(Topic.REVIEW_CASES, other, OtherServices.opened(otherItem));
    Intake.awaitStatus("agency-de", other, "UNDER_REVIEW");

    // Then
    await().atMost(PATIENCE).until(() -> parked(id) == 1);
    Intake.request("agency-de", id).then().body("status", equalTo("RECEIVED"));
  }

  @Test
  void eventOfARequestThatWasNeverSubmittedIsParked() throws Exception {
    // Given
    String unknown = UUID.randomUUID().toString();

    // When
    others.publish(Topic.REVIEW_CASES, unknown, OtherServices.opened("a"));

    // Then
    await().atMost(PATIENCE).until(() -> parked(unknown) == 1);
  }

  private Event review(SpecificRecord event) {
    return others.publish(Topic.REVIEW_CASES, id, event);
  }

  private Event disclosure(SpecificRecord event) {
    return others.publish(Topic.DISCLOSURE_DELIVERIES, id, event);
  }

  private long parked(String subject) throws Exception {
    try (var connection = dataSource.getConnection();
        var count = connection.prepareStatement("SELECT COUNT(*) FROM parked WHERE subject = ?")) {
      count.setString(1, subject);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
