package org.writ.intake.refusal;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.ItemDecision;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.SubmissionBody;

/** An agency's own refusals, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OwnRefusalsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SECOND_ITEM =
      """
      { "identifier": { "type": "PHONE_NUMBER", "value": "+4915100000002" },
        "dataTypes": ["IP_ADDRESS"] }
      """;

  private final TestEvents others = new TestEvents();
  private String token = "";

  /** An agency that no other test knows. */
  @BeforeEach
  void register() {
    var client = TestClient.ofThisTest().in("agency");
    Intake.register(client.id(), "DE", Certificates.sound()).then().statusCode(200);
    token = client.token();
  }

  @AfterEach
  void closeEvents() {
    others.close();
  }

  @Test
  void refusalsAreCountedByGroundAndLawWithWhatWouldMakeTheRequestSucceed() {
    // Given
    refused("NATIONAL", "OVERBROAD", "OVERBROAD");
    refused("NATIONAL", "OVERBROAD");
    refused("EU_E_EVIDENCE", "HUMAN_RIGHTS");
    decide("NATIONAL", CaseOutcome.PARTLY_APPROVED, "", "HOUSE_RULE");
    decide("NATIONAL", CaseOutcome.APPROVED, "");
    submit("NATIONAL", 1);

    // When
    ValidatableResponse report = report("");

    // Then
    report
        .statusCode(200)
        .body("received", equalTo(6))
        .body("decided", equalTo(5))
        .body("refused", equalTo(3))
        .body("partlyApproved", equalTo(1))
        .body("causes.ground", contains("OVERBROAD", "HOUSE_RULE", "HUMAN_RIGHTS"))
        .body("causes.regime", contains("NATIONAL", "NATIONAL", "EU_E_EVIDENCE"))
        .body("causes.requests", contains(2, 1, 1))
        .body("causes.items", contains(3, 1, 1))
        .body("causes[0].wording", containsString("More is asked for"))
        .body("causes[0].remedy", containsString("Narrow the period"))
        .body("causes[1].wording", nullValue())
        .body("causes[1].remedy", nullValue())
        .body("causes[2].remedy", containsString("in the proceedings"));
  }

  @Test
  void aRefusalThatIsReviewedOnceMoreIsNone() {
    // Given
    String id = refused("NATIONAL", "OVERBROAD");

    // When
    others.publish(
        Topic.REVIEW_CASES, id, OtherServices.reopened(Instant.parse("2027-03-01T00:00:00Z")));
    awaitStatus(id, "UNDER_REVIEW");

    // Then
    report("")
        .statusCode(200)
        .body("received", equalTo(1))
        .body("decided", equalTo(0))
        .body("causes", empty());
  }

  @Test
  void onlyRequestsOfTheTimeAndOfTheAgencyCount() {
    // Given
    refused("NATIONAL", "OVERBROAD");
    String owner = token;

    // When
    ValidatableResponse before = report("?to=2026-01-01T00:00:00Z");
    register();
    ValidatableResponse another = report("");
    token = owner;

    // Then
    before.statusCode(200).body("received", equalTo(0)).body("causes", empty());
    before.body("from", equalTo("2025-01-01T00:00:00Z"));
    another.statusCode(200).body("received", equalTo(0)).body("causes", empty());
    report("").body("refused", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday,from",
    "to=2026-02-30T00:00:00Z,to",
    "from=2026-02-01T00:00:00Z&to=2026-02-01T00:00:00Z,later"
  })
  void parametersThatAreNotUnderstoodAreNamed(String query, String said) {
    report("?" + query).statusCode(422).body("detail", containsString(said));
  }

  @Test
  void nobodyElseIsTold() {
    Intake.person("olga").get("/v1/agency/refusals").then().statusCode(403);
    given().get("/v1/agency/refusals").then().statusCode(401);
  }

  private ValidatableResponse report(String query) {
    return agency().get("/v1/agency/refusals" + query).then();
  }

  private RequestSpecification agency() {
    return given().auth().oauth2(token);
  }

  private String refused(String regime, String... grounds) {
    return decide(regime, CaseOutcome.REFUSED, grounds);
  }

  /**
   * Submits a request and has it decided.
   *
   * @param grounds on which each item is refused; empty: it is approved
   */
  private String decide(String regime, CaseOutcome outcome, String... grounds) {
    String id = submit(regime, grounds.length);
    List<String> items = agency().get("/v1/requests/" + id).path("items.itemId");
    var decisions = new ArrayList<ItemDecision>();
    for (int i = 0; i < grounds.length; i++) {
      decisions.add(
          grounds[i].isEmpty()
              ? OtherServices.approved(items.get(i), "IP_ADDRESS")
              : OtherServices.refused(items.get(i), grounds[i]));
    }
    others.publish(Topic.REVIEW_CASES, id, OtherServices.opened(items.toArray(String[]::new)));
    others.publish(
        Topic.REVIEW_CASES,
        id,
        OtherServices.decided(outcome, decisions.toArray(ItemDecision[]::new)));
    awaitStatus(id, outcome.name());
    return id;
  }

  private String submit(String regime, int items) {
    var body =
        SubmissionBody.sound()
            .withText("/reference", "AZ " + UUID.randomUUID())
            .withText("/regime", regime);
    return agency()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body((items > 1 ? body.plus("/items", SECOND_ITEM) : body).toString())
        .post("/v1/requests")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private void awaitStatus(String id, String status) {
    await()
        .atMost(PATIENCE)
        .until(() -> agency().get("/v1/requests/" + id).path("status"), status::equals);
  }
}
