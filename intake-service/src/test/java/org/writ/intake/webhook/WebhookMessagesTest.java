package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.writ.intake.webhook.OwnWebhook.AGENCY;
import static org.writ.intake.webhook.OwnWebhook.PATH;
import static org.writ.intake.webhook.OwnWebhook.PATIENCE;
import static org.writ.intake.webhook.OwnWebhook.awaitAttempt;
import static org.writ.intake.webhook.OwnWebhook.awaitNewest;
import static org.writ.intake.webhook.OwnWebhook.messages;
import static org.writ.intake.webhook.OwnWebhook.ping;
import static org.writ.intake.webhook.OwnWebhook.replay;
import static org.writ.intake.webhook.OwnWebhook.signature;
import static org.writ.intake.webhook.OwnWebhook.signatures;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.intake.Intake;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

/** What an agency is told, and what becomes of a message that it does not take. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WebhookMessagesTest {

  private final DataSource dataSource;
  private OwnWebhook webhook;

  WebhookMessagesTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void setWebhook() {
    webhook = new OwnWebhook();
  }

  @AfterEach
  void removeWebhook() {
    webhook.close();
  }

  @Test
  void agencyIsToldOfAChangeOfItsRequest() {
    // Given
    String id = Intake.submitted(AGENCY, SubmissionBody.sound());
    String item = Intake.request(AGENCY, id).path("items[0].itemId");

    // When
    try (var others = new TestEvents()) {
      others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(item));
      webhook.awaitReceived(1);
    }

    // Then
    var got = webhook.server().received().getFirst();
    assertThat(got.body())
        .startsWith("{\"type\":\"request.progressed\",\"timestamp\":\"")
        .contains(
            "\"data\":{\"requestId\":\"" + id + "\",\"status\":\"UNDER_REVIEW\",\"version\":2}")
        .doesNotContain("Dora", "AZ 2026", "+4915100000001", AGENCY);
    assertThat(got.header("content-type")).isEqualTo("application/json");
    assertThat(signatures(got)).containsExactly(signature(webhook.secret(), got));
    awaitNewest("DELIVERED");
    messages("")
        .then()
        .body("items[0].id", equalTo(got.header("webhook-id")))
        .body("items[0].requestId", equalTo(id))
        .body("items[0].attempts", equalTo(1))
        .body("items[0].lastError", nullValue())
        .body("items[0].nextAttemptAt", nullValue());
  }

  @Test
  void agencyWithoutAWebhookIsToldNothing() {
    // Given
    String id = Intake.submitted("agency-fr", SubmissionBody.sound());
    String item = Intake.request("agency-fr", id).path("items[0].itemId");

    // When
    try (var others = new TestEvents()) {
      others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(item));
      Intake.awaitStatus("agency-fr", id, "UNDER_REVIEW");
    }

    // Then
    Intake.agency("agency-fr")
        .get(PATH + "/messages")
        .then()
        // What other tests of this agency tried is no word about a request.
        .body("items.findAll { it.type != 'webhook.ping' }", hasSize(0));
    assertThat(webhook.server().received()).isEmpty();
  }

  @Test
  void messageThatWasNotTakenIsSentAgainUnderTheSameId() {
    // Given
    webhook.server().next(500);

    // When
    String id = ping();
    webhook.awaitReceived(2);

    // Then
    awaitNewest("DELIVERED");
    assertThat(webhook.server().received())
        .extracting(got -> got.header("webhook-id"))
        .containsExactly(id, id);
    assertThat(webhook.server().received())
        .allSatisfy(
            got -> assertThat(signatures(got)).containsExactly(signature(webhook.secret(), got)));
    messages("?status=DELIVERED").then().body("items[0].attempts", equalTo(2));
  }

  @Test
  void messageThatIsNeverTakenIsParkedAndCanBeReplayed() throws Exception {
    // Given
    webhook.server().always(503);
    String id = ping();
    awaitAttempt();
    messages("?status=PENDING")
        .then()
        .body("items[0].lastError", equalTo("Answered with status 503."))
        .body("items[0].nextAttemptAt", notNullValue());
    Intake.agency(AGENCY).post(replay(id)).then().statusCode(409);
    threeDaysLater(id);
    awaitNewest("PARKED");
    webhook.server().always(204);
    int before = webhook.server().received().size();

    // When
    var answer = Intake.agency(AGENCY).post(replay(id));

    // Then
    answer.then().statusCode(202).body("status", equalTo("PENDING"));
    awaitNewest("DELIVERED");
    assertThat(webhook.server().received()).hasSize(before + 1);
    assertThat(webhook.server().received().getLast().header("webhook-id")).isEqualTo(id);
  }

  @Test
  void receiverThatIsGoneHasNoWebhookAnyLonger() {
    // Given
    webhook.server().next(410);

    // When
    ping();

    // Then
    awaitNewest("PARKED");
    await()
        .atMost(PATIENCE)
        .until(() -> Intake.agency(AGENCY).get(PATH).statusCode(), equalTo(404)::matches);
  }

  @Test
  void messagesThatWaitAreParkedWhenTheWebhookIsRemoved() throws Exception {
    // Given
    webhook.server().always(500);
    String id = ping();
    awaitAttempt();

    // When
    Intake.agency(AGENCY).delete(PATH);
    dueNow(id);

    // Then
    awaitNewest("PARKED");
    messages("").then().body("items[0].lastError", containsString("removed"));
  }

  @Test
  void anotherAgencysMessageIsUnknown() {
    // Given
    String id = ping();

    // When
    var answer = Intake.agency("agency-fr").post(replay(id));

    // Then
    answer.then().statusCode(404).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"status=SENT", "limit=0", "limit=201", "limit=x", "cursor=x", "cursor=YSBi"})
  void queryThatIsNoneIsRefused(String query) {
    // Given
    var agency = Intake.agency(AGENCY);

    // When
    var answer = agency.get(PATH + "/messages?" + query);

    // Then
    answer.then().statusCode(422).contentType(Intake.PROBLEM);
  }

  @Test
  void messagesComeInPages() {
    // Given
    List<String> ids = List.of(ping(), ping(), ping());

    // When
    var first = messages("?limit=2");
    var second = messages("?limit=2&cursor=" + first.path("nextCursor"));

    // Then
    first.then().body("items.id", equalTo(List.of(ids.get(2), ids.get(1))));
    assertThat(second.<String>path("items[0].id")).isEqualTo(ids.get(0));
  }

  /** As if the first attempt was made before that time. */
  private void threeDaysLater(String id) throws Exception {
    update("since = since - INTERVAL 73 HOUR, next_attempt_at = UTC_TIMESTAMP(3)", id);
  }

  private void dueNow(String id) throws Exception {
    update("next_attempt_at = UTC_TIMESTAMP(3)", id);
  }

  private void update(String change, String id) throws Exception {
    try (var connection = dataSource.getConnection();
        var update =
            connection.prepareStatement("UPDATE webhook_message SET " + change + " WHERE id = ?")) {
      update.setString(1, id);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
