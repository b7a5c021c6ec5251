package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;

/** What an agency does with a request after it submitted it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OwnChangesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DELIVERY = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";
  private static final Actor OPERATOR = new Actor("ops", "7d6c0d2e-0000-4000-8000-000000000009");

  private final FreezeRequests freezeRequests;
  private final Transactions transactions;
  private final CaseKeys keys;
  private final DataSource dataSource;
  private final TestEvents others = new TestEvents();
  private String id = "";
  private String item = "";

  OwnChangesTest(
      FreezeRequests freezeRequests,
      Transactions transactions,
      CaseKeys keys,
      DataSource dataSource) {
    this.keys = keys;
    this.dataSource = dataSource;
    this.freezeRequests = freezeRequests;
    this.transactions = transactions;
  }

  @BeforeEach
  void submit() {
    Intake.registerAgencies();
    id = Intake.submitted("agency-de", SubmissionBody.sound());
    item = Intake.request("agency-de", id).path("items[0].itemId");
  }

  @AfterEach
  void closeEvents() {
    others.close();
  }

  @Test
  void questionAndAnswerAreSeenInTheirOrderAndTheDeadlineMoves() {
    // Given
    var stoppedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
    Instant dueAt = Instant.parse(Intake.request("agency-de", id).path("dueAt"));
    ask(stoppedAt);
    Intake.request("agency-de", id)
        .then()
        .body("messages.kind", equalTo(List.of("QUESTION")))
        .body("clockStoppedAt", equalTo(stoppedAt.toString()));

    // When
    var answer = post("clarification", "{\"answer\":\"It is account 1000001.\"}");

    // Then
    answer.then().statusCode(200).body("id", equalTo(id));
    Instant moved = Instant.parse(answer.path("dueAt"));
    Instant answeredAt = Instant.parse(answer.path("answeredAt"));
    assertThat(moved)
        .isBetween(
            dueAt.plus(Duration.between(stoppedAt, answeredAt)).minusMillis(50),
            dueAt.plus(Duration.between(stoppedAt, answeredAt)));
    Intake.request("agency-de", id)
        .then()
        .body("status", equalTo("UNDER_REVIEW"))
        .body("dueAt", equalTo(moved.toString()))
        .body("clockStoppedAt", nullValue())
        .body("messages.kind", equalTo(List.of("QUESTION", "ANSWER")))
        .body("messages.text", equalTo(List.of("Which account?", "It is account 1000001.")))
        .body(
            "history.status",
            equalTo(
                List.of("RECEIVED", "UNDER_REVIEW", "CLARIFICATION_REQUESTED", "UNDER_REVIEW")));
    var asked = (ClarificationAsked) event(ClarificationAsked.class);
    var answered = (ClarificationAnswered) event(ClarificationAnswered.class);
    assertThat(answered.getQuestion()).isEqualTo(asked.getQuestion());
    assertThat(asked + " " + answered).doesNotContain("account");
  }

  @Test
  void sameAnswerAgainGetsTheSameResultAndAnotherOneIsRefused() {
    // Given
    ask(null);
    var first = post("clarification", "{\"answer\":\"Yes.\"}");

    // When
    var second = post("clarification", "{ \"answer\" : \"Yes.\" }");
    var other = post("clarification", "{\"answer\":\"No.\"}");

    // Then
    second.then().statusCode(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    other.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void answerThatNobodyAskedForIsRefused() {
    // Given a request without a question

    // When
    var answer = post("clarification", "{\"answer\":\"Yes.\"}");

    // Then
    answer.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void withdrawnRequestStaysWithdrawnWhateverCrossesIt() throws Exception {
    // Given
    review(OtherServices.opened(item));
    Intake.awaitStatus("agency-de", id, "UNDER_REVIEW");
    var withdrawal = post("withdrawal", "{\"reason\":\"The suspect confessed.\"}");

    // When
    review(OtherServices.question(null));
    review(OtherServices.decided(CaseOutcome.APPROVED, OtherServices.approved(item, "IP_ADDRESS")));
    others.publish(
        Topic.DISCLOSURE_DELIVERIES,
        id,
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(item, "IP_ADDRESS")));
    await()
        .atMost(PATIENCE)
        .until(() -> consumed("review.cases") == 3 && consumed("disclosure.deliveries") == 1);

    // Then
    withdrawal.then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    Intake.request("agency-de", id)
        .then()
        .body("status", equalTo("WITHDRAWN"))
        .body("containsKey('delivery')", equalTo(false))
        .body("messages.text", equalTo(List.of("The suspect confessed.")))
        .body("history.status", equalTo(List.of("RECEIVED", "UNDER_REVIEW", "WITHDRAWN")));
    assertThat(count("SELECT COUNT(*) FROM parked WHERE subject = ?")).isZero();
  }

  @Test
  void withdrawalAgainGetsTheSameResult() {
    // Given
    var first = post("withdrawal", "{}");

    // When
    var second = post("withdrawal", "{\"reason\":\"Another one.\"}");

    // Then
    second.then().statusCode(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    await().atMost(PATIENCE).until(() -> events(RequestWithdrawn.class).size() == 1);
  }

  @Test
  void requestWhoseDataIsDisclosedIsNotWithdrawn() {
    // Given
    others.publish(
        Topic.DISCLOSURE_DELIVERIES,
        id,
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(item, "IP_ADDRESS")));
    Intake.awaitStatus("agency-de", id, "AVAILABLE");

    // When
    var answer = post("withdrawal", "{}");

    // Then
    answer.then().statusCode(409);
    Intake.request("agency-de", id).then().body("status", equalTo("AVAILABLE"));
  }

  @Test
  void supplementIsAMessageAndOnceWhenItIsRepeated() {
    // Given
    var first = post("supplement", "{\"text\":\"The court extended the order.\"}");

    // When
    var second = post("supplement", "{\"text\":\"The court extended the order.\"}");

    // Then
    first.then().statusCode(200).body("id", equalTo(id));
    assertThat(second.asString()).isEqualTo(first.asString());
    Intake.request("agency-de", id)
        .then()
        .body("messages", hasSize(1))
        .body("messages[0].kind", equalTo("SUPPLEMENT"))
        .body("status", equalTo("RECEIVED"));
  }

  @Test
  void preservationIsExtendedOnce() {
    // Given
    var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(90));
    others.publish(Topic.DISCLOSURE_DELIVERIES, id, OtherServices.preserved(until));
    Intake.awaitStatus("agency-de", id, "PRESERVED");

    // When
    var first = post("extension", "{}");
    var second = post("extension", "{}");

    // Then
    first
        .then()
        .statusCode(200)
        .body("preservedUntil", equalTo(until.plus(Duration.ofDays(90)).toString()))
        .body("rule", equalTo("18 U.S.C. 2703(f)(2)"))
        .body("extension", equalTo(1));
    second.then().statusCode(409);
    Intake.request("agency-de", id)
        .then()
        .body("preservedUntil", equalTo(until.plus(Duration.ofDays(90)).toString()))
        .body("extensions", equalTo(1));
    assertThat(((PreservationExtended) event(PreservationExtended.class)).getExtension())
        .isEqualTo(1);
  }

  @Test
  void suspensionFreezesWhatIsOpenAndItsEndLetsItGoOn() {
    // Given
    var suspension = UUID.randomUUID();
    String withdrawn = Intake.submitted("agency-de", SubmissionBody.sound());
    Intake.agency("agency-de")
        .contentType("application/json")
        .body("{}")
        .post("/v1/requests/" + withdrawn + "/withdrawal");
    String foreign = Intake.submitted("agency-fr", SubmissionBody.sound());

    // When
    int frozen =
        transactions.call(() -> freezeRequests.suspended("agency-de", OPERATOR, suspension));

    // Then
    assertThat(frozen).isPositive();
    Intake.request("agency-de", id).then().body("frozen", equalTo(true));
    Intake.request("agency-de", withdrawn).then().body("frozen", equalTo(false));
    Intake.request("agency-fr", foreign).then().body("frozen", equalTo(false));
    post("withdrawal", "{}").then().statusCode(409);
    post("supplement", "{\"text\":\"Please!\"}").then().statusCode(409);
    assertThat(((RequestFrozen) event(RequestFrozen.class)).getSuspension())
        .isEqualTo(suspension.toString());

    // When
    int unfrozen =
        transactions.call(() -> freezeRequests.reinstated("agency-de", OPERATOR, suspension));

    // Then
    assertThat(unfrozen).isEqualTo(frozen);
    Intake.request("agency-de", id).then().body("frozen", equalTo(false));
    assertThat(event(RequestUnfrozen.class)).isNotNull();
    post("withdrawal", "{}").then().statusCode(200);
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
    await().atMost(PATIENCE).until(() -> !others.on(Topic.INTAKE_REQUESTS, second).isEmpty());
    var submitted = (RequestSubmitted) others.on(Topic.INTAKE_REQUESTS, second).getFirst().data();
    assertThat(submitted.getDuplicateOf()).isEqualTo(first);
    assertThat(submitted.getOrderFingerprint()).matches("[0-9a-f]{64}");
    assertThat(submitted.getItems().getFirst().getIdentifierFingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void orderThatWasTakenBackIsNoDuplicate() {
    // Given
    var order = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    id = Intake.submitted("agency-de", order);
    post("withdrawal", "{}").then().statusCode(200);

    // When
    String again = Intake.submitted("agency-de", order);

    // Then
    Intake.request("agency-de", again).then().body("containsKey('duplicateOf')", equalTo(false));
  }

  @Test
  void nothingIsAddedToAnErasedRequest() {
    // Given
    ask(null);
    others.eraseKey(id);
    await().atMost(PATIENCE).until(() -> Intake.request("agency-de", id).path("reference") == null);

    // When
    var answer = post("clarification", "{\"answer\":\"Yes.\"}");

    // Then
    answer.then().statusCode(409);
    Intake.request("agency-de", id)
        .then()
        .body("messages[0].kind", equalTo("QUESTION"))
        .body("messages[0].text", nullValue());
    post("withdrawal", "{}").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clarification", "withdrawal", "supplement", "extension"})
  void requestOfAnotherAgencyLooksLikeNone(String action) {
    // Given
    String member = action.equals("clarification") ? "answer" : "text";
    boolean worded = action.equals("clarification") || action.equals("supplement");
    String body = worded ? "{\"" + member + "\":\"Yes.\"}" : "{}";

    // When
    var foreign =
        Intake.agency("agency-fr")
            .contentType("application/json")
            .body(body)
            .post("/v1/requests/" + id + "/" + action);
    var none =
        Intake.agency("agency-fr")
            .contentType("application/json")
            .body(body)
            .post("/v1/requests/" + UUID.randomUUID() + "/" + action);

    // Then
    foreign.then().statusCode(404);
    none.then().statusCode(404);
    assertThat(foreign.<String>path("detail")).isEqualTo(none.path("detail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clarification | {}                              | 422
          clarification | {"answer":""}                   | 422
          clarification | {"answer":" "}                  | 422
          clarification | {"answer":7}                    | 422
          clarification | {"answer":["Yes"]}              | 422
          clarification | {"answer":null}                 | 422
          clarification | {"answer":"\\ud800"}            | 422
          clarification | {"answer":"a\\u0000b"}          | 422
          clarification | {"answer":"Yes","more":1}       | 422
          clarification | {"answer":"Yes","answer":"No"}  | 400
          clarification | []                              | 422
          clarification | "Yes"                           | 422
          clarification | {"answer":                      | 400
          withdrawal    | {"reason":""}                   | 422
          withdrawal    | {"reason":{}}                   | 422
          withdrawal    | {"because":"x"}                 | 422
          withdrawal    | []                              | 422
          supplement    | {}                              | 422
          supplement    | {"text":true}                   | 422
          extension     | {"days":30}                     | 422
          extension     | null                            | 422
          """)
  void badBodyIsRefused(String action, String body, int status) {
    // Given a body that is wrong

    // When
    var answer = post(action, body);

    // Then
    answer.then().statusCode(status).contentType(Intake.PROBLEM);
    Intake.request("agency-de", id)
        .then()
        .body("messages", hasSize(0))
        .body("status", equalTo("RECEIVED"));
  }

  @Test
  void textThatIsTooLongIsRefusedByItsPointer() {
    // Given
    String body = "{\"text\":\"" + "🧾".repeat(10_001) + "\"}";

    // When
    var answer = post("supplement", body);

    // Then
    answer.then().statusCode(422).body("errors.pointer", equalTo(List.of("/text")));
  }

  private void ask(@Nullable Instant clockStoppedAt) {
    await().atMost(PATIENCE).until(() -> !others.on(Topic.INTAKE_KEYS, id).isEmpty());
    review(OtherServices.opened(item));
    Intake.awaitStatus("agency-de", id, "UNDER_REVIEW");
    var question = OtherServices.question(clockStoppedAt);
    var envelope =
        new Envelope(
            UUID.randomUUID(),
            "/writ/review",
            question.getSchema().getFullName(),
            id,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            2,
            null,
            Actor.service("review"));
    // Only intake itself has the key of a request that came over its API.
    var sealed = keys.seal(question, new CaseMessageDetails("Which account?"), envelope);
    others.repeat(new Event(Topic.REVIEW_CASES, envelope, sealed, new EventDigest(new byte[32])));
    Intake.awaitStatus("agency-de", id, "CLARIFICATION_REQUESTED");
  }

  private void review(SpecificRecord data) {
    others.publish(Topic.REVIEW_CASES, id, data);
  }

  private long consumed(String topic) throws Exception {
    return count(
        "SELECT COALESCE(MAX(sequence), 0) FROM consumed WHERE subject = ? AND topic = '%s'"
            .formatted(topic));
  }

  private long count(String sql) throws Exception {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Response post(String action, String body) {
    return Intake.agency("agency-de")
        .contentType("application/json")
        .body(body)
        .post("/v1/requests/" + id + "/" + action);
  }

  private <T extends SpecificRecord> SpecificRecord event(Class<T> type) {
    await().atMost(PATIENCE).until(() -> !events(type).isEmpty());
    return events(type).getFirst();
  }

  private <T extends SpecificRecord> List<SpecificRecord> events(Class<T> type) {
    return others.on(Topic.INTAKE_REQUESTS, id).stream()
        .map(Event::data)
        .filter(type::isInstance)
        .toList();
  }
}
