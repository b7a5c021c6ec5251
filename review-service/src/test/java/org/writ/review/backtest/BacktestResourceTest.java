package org.writ.review.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Drafts;
import org.writ.review.policy.Requests;

/** Back-tests from outside: what a draft would have found in decided cases. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BacktestResourceTest {

  private static final Reviewer OLGA = new Reviewer("olga");
  private static final String YEAR =
      "{\"from\":\"2031-01-01T00:00:00Z\",\"to\":\"2032-01-01T00:00:00Z\"}";

  private final MovableClock clock;
  private Intake intake;

  BacktestResourceTest(MovableClock clock) {
    this.clock = clock;
    this.intake = new Intake(clock);
  }

  @BeforeEach
  void connect() {
    intake.close();
    intake = new Intake(clock);
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  @Test
  void aDraftIsTriedOnDecidedCasesErasedOnesIncluded() {
    // Given: received in 2031, and nobody decided the last one
    String fraud = decided("2031-02-01T00:00:00Z", "MLAT", "FRAUD");
    String violence = decided("2031-03-01T00:00:00Z", "MLAT", "VIOLENCE");
    String erased = decided("2031-04-01T00:00:00Z", "MLAT", "FRAUD");
    decided("2031-05-01T00:00:00Z", "NATIONAL", "FRAUD");
    submitted("2031-06-01T00:00:00Z", "MLAT", "FRAUD");
    intake.events().eraseKey(erased);
    String draft = draft("offenceCategory == 'FRAUD'");

    // When
    Response first = run(OLGA, draft, "?limit=1", YEAR);

    // Then
    first
        .then()
        .statusCode(200)
        .body("policy", equalTo(draft))
        .body("totals.cases", equalTo(3))
        .body("totals.changed", equalTo(2))
        .body("totals.outside", equalTo(1))
        .body("totals.countries.country", contains("CO"))
        .body("totals.countries[0].rules.rule", contains("draft-rule"))
        .body("totals.countries[0].rules.added", contains(2))
        .body("items.caseId", contains(fraud))
        .body("items[0].added.rule", contains("draft-rule"))
        .body("items[0].added.severity", contains("BLOCKING"))
        .body("items[0].added[0].facts.name", contains("offenceCategory"))
        .body("items[0].added[0].facts.value", contains("FRAUD"))
        .body("items[0].removed", empty())
        .body("items[0].policy", equalTo("2026-11-emergencies"))
        .body("items[0].outcome", equalTo("APPROVED"))
        .body("nextCursor", notNullValue());

    // When
    Response second = run(OLGA, draft, "?limit=1&cursor=" + first.path("nextCursor"), YEAR);

    // Then
    second
        .then()
        .statusCode(200)
        .body("items.caseId", contains(erased))
        .body("totals", nullValue())
        .body("nextCursor", nullValue());
    assertThat(List.of(fraud, erased)).doesNotContain(violence);
  }

  @Test
  void thePolicyThatAnalysedTheCasesFindsWhatItFound() {
    // Given
    decided("2033-02-01T00:00:00Z", "MLAT", "FRAUD");

    // When
    Response same =
        run(
            OLGA,
            "2026-11-emergencies",
            "",
            "{\"from\":\"2033-01-01T00:00:00Z\",\"to\":\"2034-01-01T00:00:00Z\"}");

    // Then
    same.then()
        .statusCode(200)
        .body("totals.cases", equalTo(1))
        .body("totals.changed", equalTo(0))
        .body("items", empty());
  }

  @Test
  void casesThatARuleHasNoAnswerForAreCountedAndTheOthersTested() {
    // Given: a word of five letters, which is no offence that the rule names
    decided("2037-02-01T00:00:00Z", "MLAT", "OTHER");
    String fraud = decided("2037-03-01T00:00:00Z", "MLAT", "FRAUD");
    String draft = draft("offenceCategory == 'FRAUD' || 100 / (size(offenceCategory) - 5) > 100");

    // When
    Response tested =
        run(OLGA, draft, "", "{\"from\":\"2037-01-01T00:00:00Z\",\"to\":\"2038-01-01T00:00:00Z\"}");

    // Then
    tested
        .then()
        .statusCode(200)
        .body("totals.cases", equalTo(2))
        .body("totals.changed", equalTo(1))
        .body("totals.unanswered", equalTo(1))
        .body("totals.countries[0].rules.rule", hasItem("draft-rule"))
        .body("totals.countries[0].rules.find { it.rule == 'draft-rule' }.unanswered", equalTo(1))
        .body("items.caseId", contains(fraud));
  }

  @Test
  void casesOfAnAgencyThatTheReaderIsInConflictWithAreLeftOut() {
    // Given
    String period = "{\"from\":\"2035-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}";
    decided("2035-02-01T00:00:00Z", "MLAT", "FRAUD");
    String person = "person-" + UUID.randomUUID();
    String senior =
        TestClient.ofThisTest().in("senior-reviewer").claiming("person", person).token();
    as(senior)
        .contentType("application/json")
        .body("{\"agency\":\"agency-de\"}")
        .post("/v1/conflicts")
        .then()
        .statusCode(200);

    // When
    Response anybody = run(OLGA, "us-sca", "", period);
    Response inConflict = run(as(senior), "us-sca", "", period);

    // Then
    anybody.then().statusCode(200).body("totals.outside", equalTo(1));
    inConflict.then().statusCode(200).body("totals.outside", equalTo(0));
  }

  @Test
  void aCaseWhoseDecisionTheReaderMayStillReviewIsCountedAndNotListed() {
    // Given: in tests every decision is drawn for a second review
    String period = "{\"from\":\"2045-01-01T00:00:00Z\",\"to\":\"2046-01-01T00:00:00Z\"}";
    String id = decided("2045-02-01T00:00:00Z", "MLAT", "FRAUD");
    String draft = draft("offenceCategory == 'FRAUD'");
    String senior = TestClient.ofThisTest().in("senior-reviewer").token();

    // When
    Response operator = run(OLGA, draft, "", period);
    Response before = run(as(senior), draft, "", period);
    as(senior).get("/v1/cases/{id}", id).then().statusCode(200);
    Response after = run(as(senior), draft, "", period);

    // Then
    for (Response shown : List.of(operator, after)) {
      shown
          .then()
          .statusCode(200)
          .body("totals.withheld", equalTo(0))
          .body("items.caseId", contains(id));
    }
    before
        .then()
        .statusCode(200)
        .body("totals.cases", equalTo(1))
        .body("totals.changed", equalTo(1))
        .body("totals.withheld", equalTo(1))
        .body("items", empty());
  }

  @Test
  void aCaseWhoseDecisionIsReviewedIsListedToOthers() {
    // Given
    String period = "{\"from\":\"2039-01-01T00:00:00Z\",\"to\":\"2040-01-01T00:00:00Z\"}";
    String id = decided("2039-02-01T00:00:00Z", "MLAT", "FRAUD");
    review(id, TestClient.ofThisTest().in("reviewer").token());
    String senior = TestClient.ofThisTest().in("senior-reviewer").token();

    // When
    Response shown = run(as(senior), draft("offenceCategory == 'FRAUD'"), "", period);

    // Then
    shown.then().statusCode(200).body("items.caseId", contains(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | is required",
        "[] | 422 | must be an object",
        "{\"from\":\"2031-01-01T00:00:00Z\",\"to\":\"2031-01-01T00:00:00Z\"} | 422 | later than"
            + " from",
        "{\"from\":\"0001-01-01T00:00:00Z\",\"to\":\"2031-01-01T00:00:00Z\"} | 422 | 2000 to 2999",
        "{\"from\":\"yesterday\",\"to\":7} | 422 | must be a time",
        "{\"from\":\"2030-01-01T00:00:00Z\",\"to\":\"2031-01-01T00:00:00Z\",\"x\":1} | 422 | not"
            + " known here",
        "{ | 400 | JSON"
      })
  void aPeriodThatIsNoneIsRefused(String body, int status, String detail) {
    run(OLGA, "us-sca", "", body).then().statusCode(status).body(containsString(detail));
  }

  @Test
  void unknownPoliciesCursorsAndCallersAreRefused() {
    run(OLGA, "no-such-policy", "", YEAR).then().statusCode(404);
    run(OLGA, "us-sca", "?cursor=%2A", YEAR).then().statusCode(422);
    run(OLGA, "us-sca", "?limit=201", YEAR).then().statusCode(422);
    run(Reviewer.RITA, "us-sca", "", YEAR).then().statusCode(403);
    run(new Reviewer("ada"), "us-sca", "", YEAR).then().statusCode(200).body("items", hasSize(0));
  }

  private String decided(String receivedAt, String regime, String offence) {
    String id = submitted(receivedAt, regime, offence);
    Response claimed = Reviewer.RITA.claim(id);
    String itemId = claimed.path("items[0].itemId");
    Reviewer.RITA
        .decide(
            id,
            claimed.header("ETag"),
            "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"APPROVE\",\"dataTypes\":[\"IP_ADDRESS\",\"PHONE_NUMBER\"]}]}"
                .formatted(itemId))
        .then()
        .statusCode(200);
    return id;
  }

  /** The second review is named by the event of the decision. */
  private void review(String id, String reviewer) {
    String review =
        await()
            .until(
                () ->
                    intake.events().on(Topic.REVIEW_CASES, id).stream()
                        .filter(event -> event.data() instanceof CaseDecided)
                        .map(event -> event.envelope().id().toString())
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    String itemId =
        as(reviewer)
            .post("/v1/quality/reviews/{id}/claim", review)
            .then()
            .statusCode(200)
            .extract()
            .path("case.items[0].itemId");
    as(reviewer)
        .contentType("application/json")
        .body(
            "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
                .formatted(itemId))
        .post("/v1/quality/reviews/{id}/decision", review)
        .then()
        .statusCode(200);
  }

  private String submitted(String receivedAt, String regime, String offence) {
    Instant received = Instant.parse(receivedAt);
    return intake.submit(
        intake
            .sound()
            .setRegime(regime)
            .setCountry("CO")
            .setIssuingAuthorityCountry("CO")
            .setOffenceCategory(offence)
            .setReceivedAt(received)
            .setIssuedOn(LocalDate.ofInstant(received, ZoneOffset.UTC).minusDays(2))
            .setValidUntil(null)
            .setItems(
                List.of(
                    Requests.item(UUID.randomUUID().toString())
                        .setFrom(received.minusSeconds(864_000))
                        .setTo(received)
                        .build())));
  }

  private String draft(String when) {
    String id = "draft-" + UUID.randomUUID();
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
    OLGA.request()
        .contentType("application/yaml")
        .body(Drafts.document(id, day, "CO", when).getBytes(StandardCharsets.UTF_8))
        .post("/v1/policies")
        .then()
        .statusCode(201);
    return id;
  }

  private static Response run(Reviewer person, String policy, String query, String body) {
    return run(person.request(), policy, query, body);
  }

  private static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }

  private static Response run(
      RequestSpecification caller, String policy, String query, String body) {
    return caller
        .contentType("application/json")
        .body(body)
        .urlEncodingEnabled(false)
        .post("/v1/policies/" + policy + "/backtests" + query);
  }
}
