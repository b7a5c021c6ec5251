package org.writ.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WebhookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AGENCY = "agency-de";
  private static final String WEBHOOK = "/v1/agency/webhook";

  private final DataSource dataSource;
  private final HookServer server = new HookServer();
  private String secret = "";

  WebhookTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void setWebhook() {
    Intake.registerAgencies();
    secret = put(AGENCY, server.url()).then().extract().path("secret");
  }

  @AfterEach
  void removeWebhook() {
    Intake.agency(AGENCY).delete(WEBHOOK);
    server.close();
  }

  @Test
  void agencyIsToldOfAChangeOfItsRequest() {
    // Given
    String id = Intake.submitted(AGENCY, SubmissionBody.sound());
    String item = Intake.request(AGENCY, id).path("items[0].itemId");

    // When
    try (var others = new TestEvents()) {
      others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(item));
      awaitReceived(1);
    }

    // Then
    var got = server.received().getFirst();
    assertThat(got.body())
        .startsWith("{\"type\":\"request.progressed\",\"timestamp\":\"")
        .contains(
            "\"data\":{\"requestId\":\"" + id + "\",\"status\":\"UNDER_REVIEW\",\"version\":2}")
        .doesNotContain("Dora", "AZ 2026", "+4915100000001", AGENCY);
    assertThat(got.header("content-type")).isEqualTo("application/json");
    assertThat(signatures(got)).containsExactly(signature(secret, got));
    awaitMessage(0, "DELIVERED");
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
    Intake.agency("agency-fr").get(WEBHOOK + "/messages").then().body("items", hasSize(0));
    assertThat(server.received()).isEmpty();
  }

  @Test
  void messageThatWasNotTakenIsSentAgainUnderTheSameId() {
    // Given
    server.next(500);

    // When
    String id = ping();
    awaitReceived(2);

    // Then
    awaitMessage(0, "DELIVERED");
    assertThat(server.received())
        .extracting(got -> got.header("webhook-id"))
        .containsExactly(id, id);
    assertThat(server.received())
        .allSatisfy(got -> assertThat(signatures(got)).containsExactly(signature(secret, got)));
    messages("?status=DELIVERED").then().body("items[0].attempts", equalTo(2));
  }

  @Test
  void messageThatIsNeverTakenIsParkedAndCanBeReplayed() throws Exception {
    // Given
    server.always(503);
    String id = ping();
    await().atMost(PATIENCE).until(() -> this.<Integer>first("attempts") > 0);
    messages("?status=PENDING")
        .then()
        .body("items[0].lastError", equalTo("Answered with status 503."))
        .body("items[0].nextAttemptAt", notNullValue());
    Intake.agency(AGENCY).post(replay(id)).then().statusCode(409);
    threeDaysLater(id);
    awaitMessage(0, "PARKED");
    server.always(204);
    int before = server.received().size();

    // When
    var answer = Intake.agency(AGENCY).post(replay(id));

    // Then
    answer.then().statusCode(202).body("status", equalTo("PENDING"));
    awaitMessage(0, "DELIVERED");
    assertThat(server.received()).hasSize(before + 1);
    assertThat(server.received().getLast().header("webhook-id")).isEqualTo(id);
  }

  @Test
  void receiverThatIsGoneHasNoWebhookAnyLonger() {
    // Given
    server.next(410);

    // When
    ping();

    // Then
    awaitMessage(0, "PARKED");
    await()
        .atMost(PATIENCE)
        .until(() -> Intake.agency(AGENCY).get(WEBHOOK).statusCode(), equalTo(404)::matches);
  }

  @Test
  void rotatedSecretSignsBesideTheOneOfBefore() {
    // Given
    String rotated =
        Intake.agency(AGENCY)
            .post(WEBHOOK + "/secret")
            .then()
            .statusCode(200)
            .body("secret", not(equalTo(secret)))
            .body("rotatedAt", notNullValue())
            .extract()
            .path("secret");

    // When
    ping();
    awaitReceived(1);

    // Then
    var got = server.received().getFirst();
    assertThat(signatures(got)).containsExactly(signature(rotated, got), signature(secret, got));
  }

  @Test
  void newAddressHasASecretOfItsOwnThatAloneSigns() {
    // Given
    try (var other = new HookServer()) {
      String another =
          put(AGENCY, other.url())
              .then()
              .statusCode(200)
              .body("secret", not(equalTo(secret)))
              .extract()
              .path("secret");

      // When
      ping();
      await().atMost(PATIENCE).until(() -> other.received().size() == 1);

      // Then
      var got = other.received().getFirst();
      assertThat(signatures(got)).containsExactly(signature(another, got));
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void secretIsShownOnlyInTheAnswerThatMadeIt() {
    // Given
    var same = put(AGENCY, server.url());

    // When
    var seen = Intake.agency(AGENCY).get(WEBHOOK);

    // Then
    assertThat(secret).startsWith("whsec_");
    same.then().statusCode(200).body("secret", nullValue());
    seen.then()
        .statusCode(200)
        .body("url", equalTo(server.url()))
        .body("secretVersion", greaterThan(0))
        .body("secret", nullValue());
  }

  @Test
  void secretOfAWebhookThatWasRemovedIsNotUsedAgain() {
    // Given
    Intake.agency(AGENCY).delete(WEBHOOK).then().statusCode(204);
    Intake.agency(AGENCY).get(WEBHOOK).then().statusCode(404);

    // When
    var again = put(AGENCY, server.url());

    // Then
    again
        .then()
        .statusCode(201)
        .body("secret", startsWith("whsec_"))
        .body("secret", not(equalTo(secret)));
  }

  @Test
  void messagesThatWaitAreParkedWhenTheWebhookIsRemoved() throws Exception {
    // Given
    server.always(500);
    String id = ping();
    await().atMost(PATIENCE).until(() -> this.<Integer>first("attempts") > 0);

    // When
    Intake.agency(AGENCY).delete(WEBHOOK);
    dueNow(id);

    // Then
    awaitMessage(0, "PARKED");
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
  @CsvSource({
    "POST,/v1/agency/webhook/test",
    "POST,/v1/agency/webhook/secret",
    "GET,/v1/agency/webhook"
  })
  void agencyWithoutAWebhookHasNoneToUse(String method, String path) {
    // Given
    var agency = Intake.agency("agency-fr");

    // When
    var answer = agency.request(method, path);

    // Then
    answer.then().statusCode(404).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"status=SENT", "limit=0", "limit=201", "limit=x", "cursor=x", "cursor=YSBi"})
  void queryThatIsNoneIsRefused(String query) {
    // Given
    var agency = Intake.agency(AGENCY);

    // When
    var answer = agency.get(WEBHOOK + "/messages?" + query);

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

  @Test
  void addressWithFaultsIsRefusedWithAllOfThem() {
    // Given
    var body = "{\"url\":\"ftp://user@police.example/#x\",\"events\":[]}";

    // When
    var answer = Intake.agency(AGENCY).contentType("application/json").body(body).put(WEBHOOK);

    // Then
    answer.then().statusCode(422).body("errors", hasSize(4));
  }

  @Test
  void reviewersHaveNoWebhook() {
    // Given
    var reviewer = Intake.person("rita");

    // When
    var answer = reviewer.get(WEBHOOK);

    // Then
    answer.then().statusCode(403);
  }

  private static Response put(String agency, String url) {
    var body = SubmissionBody.JSON.createObjectNode().put("url", url).toString();
    return Intake.agency(agency).contentType("application/json").body(body).put(WEBHOOK);
  }

  private static String ping() {
    return Intake.agency(AGENCY)
        .post(WEBHOOK + "/test")
        .then()
        .statusCode(202)
        .body("type", equalTo("webhook.ping"))
        .extract()
        .path("id");
  }

  private static String replay(String id) {
    return WEBHOOK + "/messages/" + id + "/replay";
  }

  private static Response messages(String query) {
    return Intake.agency(AGENCY).get(WEBHOOK + "/messages" + query);
  }

  private <T> T first(String member) {
    return messages("").path("items[0]." + member);
  }

  private void awaitReceived(int messages) {
    await().atMost(PATIENCE).until(() -> server.received().size() >= messages);
  }

  private static void awaitMessage(int place, String status) {
    await()
        .atMost(PATIENCE)
        .until(() -> messages("").path("items[" + place + "].status"), status::equals);
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

  private static List<String> signatures(HookServer.Received got) {
    return Arrays.asList(got.header("webhook-signature").split(" "));
  }

  /** As a receiver computes it, along the specification. */
  private static String signature(String secret, HookServer.Received got) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed =
          String.join(".", got.header("webhook-id"), got.header("webhook-timestamp"), got.body());
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
