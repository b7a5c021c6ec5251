package org.writ.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.SecondReviewDropped;
import org.writ.events.review.SecondReviewGiven;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Second reviews, from outside; in tests every decision is drawn. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class QualityTest {

  private static final String REASON = "{\"reason\":\"A page was missing\"}";

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();

  /** Somebody who has read nothing yet. */
  private final String outsider = TestClient.ofThisTest().in("reviewer").token();

  private Intake intake;

  QualityTest(MovableClock clock) {
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
  void aSecondPersonDecidesWithoutSeeingTheDecisionAndADisagreementIsSettled() {
    // Given
    String id = decided(refusal());
    String review = review(id);

    // When
    Response claimed = as(outsider).post("/v1/quality/reviews/{id}/claim", review);

    // Then
    claimed
        .then()
        .statusCode(200)
        .body("case.id", equalTo(id))
        .body("case.items[0].identifier.value", equalTo("+4915100000001"))
        .body("case.decision", nullValue())
        .body("case.proposal", nullValue())
        .body("case.timeline.type", not(hasItem("CaseDecided")))
        .body("case.timeline.type", hasItem("CaseOpened"));
    assertThat(claimed.asString()).doesNotContain("OVERBROAD", "REFUSED");
    as(TestClient.ofThisTest().in("reviewer").token())
        .post("/v1/quality/reviews/{id}/claim", review)
        .then()
        .statusCode(409)
        .body("detail", containsString("holds"));

    // When
    give(outsider, review, approval("\"note\":\"Sound to me\""))
        .then()
        .statusCode(200)
        .body("state", equalTo("DISAGREED"));

    // Then
    give(outsider, review, refusal()).then().statusCode(409);
    Reviewer.RITA
        .read(id)
        .then()
        .body("decision.outcome", equalTo("REFUSED"))
        .body("timeline.type", not(hasItem("SecondReviewGiven")));
    Event given = onTopic(id, SecondReviewGiven.class);
    assertThat(given.data().toString()).doesNotContain("Sound to me");
    Reviewer.SOFIA
        .request()
        .get("/v1/quality/disagreements?limit=200")
        .then()
        .body("items.id", hasItem(review))
        .body("items.find { it.id == '%s' }.note".formatted(review), nullValue())
        .body("items.find { it.id == '%s' }.items[0].approved".formatted(review), equalTo(true));

    // When
    settle(Reviewer.SOFIA.request(), review, "{\"judgement\":\"SECOND\",\"reason\":\"Yes\"}")
        .then()
        .statusCode(200)
        .body("judgement", equalTo("SECOND"))
        .body("note", equalTo("Sound to me"));

    // Then
    Reviewer.SOFIA
        .request()
        .get("/v1/quality/disagreements?limit=200")
        .then()
        .body("items.id", not(hasItem(review)));
    settle(Reviewer.SOFIA.request(), review, "{\"judgement\":\"FIRST\",\"reason\":\"No\"}")
        .then()
        .statusCode(409);
  }

  @Test
  void whoDecidedOrCouldHaveSeenTheDecisionDoesNotReviewIt() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    Reviewer.RAJ.read(id).then().statusCode(200);

    // When / Then
    for (Reviewer reviewer : List.of(Reviewer.RITA, Reviewer.RAJ)) {
      reviewer.request().post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
    }
    give(outsider, review, refusal()).then().statusCode(409);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    as(outsider).get("/v1/cases/{id}", id).then().statusCode(200);
    give(outsider, review, refusal()).then().statusCode(409);
  }

  @Test
  void whoReadsOnWhenItIsDecidedCouldHaveSeenTheDecision() {
    // Given
    String id = submitted();
    Reviewer.RAJ.read(id).then().statusCode(200);
    decide(id, refusal());

    // When
    Reviewer.RAJ.request().get("/v1/cases/{id}/items", id).then().statusCode(200);

    // Then
    Reviewer.RAJ
        .request()
        .post("/v1/quality/reviews/{id}/claim", review(id))
        .then()
        .statusCode(409);
  }

  @Test
  void whoDecidedBeforeAnAppealNeitherReviewsNorSettlesWhatIsDecidedAnew() {
    // Given
    String former = TestClient.ofThisTest().in("senior-reviewer").token();
    String id = submitted();
    as(former)
        .header("If-Match", as(former).post("/v1/cases/{id}/claim", id).header("ETag"))
        .contentType("application/json")
        .body(refusal())
        .post("/v1/cases/{id}/decision", id)
        .then()
        .statusCode(200);
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);
    String claimed = Reviewer.RAJ.claim(id).header("ETag");
    Reviewer.RAJ.decide(id, claimed, refusal()).then().statusCode(200);
    String review = review(id, 1);

    // When / Then
    as(former).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
    for (Reviewer reviewer : List.of(Reviewer.RAJ, Reviewer.SOFIA)) {
      reviewer.request().post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
    }
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    give(outsider, review, approval("\"note\":\"Sound to me\"")).then().statusCode(200);
    String settlement = "{\"judgement\":\"EITHER\",\"reason\":\"So it is\"}";
    settle(as(former), review, settlement)
        .then()
        .statusCode(409)
        .body("detail", containsString("a part"));
    settle(Reviewer.SOFIA.request(), review, settlement).then().statusCode(200);
  }

  @Test
  void anIdThatLooksLikeAnothersHidesNobody() {
    // Given
    String similar = "person-" + UUID.randomUUID();
    String reader = person(similar.replace('-', 'x'));
    String id = decided(refusal());
    as(reader).get("/v1/cases/{id}", id).then().statusCode(200);

    // When
    Response claimed =
        as(person(similar.replace('-', '_'))).post("/v1/quality/reviews/{id}/claim", review(id));

    // Then
    claimed.then().statusCode(200);
  }

  @Test
  void theReviewOfACaseThatIsErasedIsDropped() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When
    intake.events().eraseKey(id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Reviewer.RITA.read(id).jsonPath().getBoolean("erased"));

    // Then
    give(outsider, review, refusal())
        .then()
        .statusCode(409)
        .body("detail", containsString("erased"));
    assertThat(onTopic(id, SecondReviewDropped.class).data())
        .isEqualTo(new SecondReviewDropped(review));
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(409);
  }

  @Test
  void agreementIsMeasuredByCountryProcessAndPerson() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    String from = clock.instant().minusSeconds(3600).toString();
    JsonPath before = measured(from);

    // When
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    give(outsider, review, refusal()).then().statusCode(200).body("state", equalTo("AGREED"));

    // Then
    JsonPath after = measured(from);
    for (String key :
        List.of(
            "countries.find { it.key == 'DE' }",
            "processes.find { it.key == 'COURT_ORDER' }",
            "reviewers.find { it.key == '%s' }".formatted(Reviewer.RITA.id()))) {
      assertThat(after.getInt(key + ".drawn")).isEqualTo(before.getInt(key + ".drawn"));
      assertThat(after.getInt(key + ".reviewed")).isEqualTo(before.getInt(key + ".reviewed") + 1);
      assertThat(after.getInt(key + ".agreed")).isEqualTo(before.getInt(key + ".agreed") + 1);
    }
    Reviewer.SOFIA
        .request()
        .get("/v1/quality?from=1999-01-01T00:00:00Z&to=2000-01-01T00:00:00Z")
        .then()
        .body("countries.size()", equalTo(0));
  }

  @Test
  void aDecisionThatStandsNoLongerIsNotReviewed() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

    // When
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);

    // Then
    assertThat(onTopic(id, SecondReviewDropped.class).data())
        .isEqualTo(new SecondReviewDropped(review));
    give(outsider, review, refusal()).then().statusCode(409);
  }

  @Test
  void theOldestReviewThatOneMayTakeIsClaimed() {
    // Given
    decided(refusal());

    // When
    Response claimed = as(outsider).post("/v1/quality/reviews/claims");

    // Then
    claimed.then().statusCode(200).body("case.decision", nullValue());
    String again = as(outsider).post("/v1/quality/reviews/claims").jsonPath().getString("id");
    assertThat(again).isEqualTo(claimed.jsonPath().getString("id"));
  }

  @Test
  void faultsAndOthersAreRefused() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    RequestSpecification agency = as(TestTokens.client("agency-de"));

    // When / Then
    give(outsider, review, "{}").then().statusCode(422).body("errors.pointer", hasItem("/items"));
    give(outsider, review, "no").then().statusCode(400);
    as(outsider)
        .post("/v1/quality/reviews/{id}/claim", UUID.randomUUID().toString())
        .then()
        .statusCode(404);
    as(outsider).post("/v1/quality/reviews/{id}/claim", "x").then().statusCode(404);
    settle(Reviewer.SOFIA.request(), review, "{\"judgement\":\"MINE\",\"why\":\"x\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/judgement", "/reason", "/why"));
    settle(as(outsider), review, "{\"judgement\":\"FIRST\",\"reason\":\"x\"}")
        .then()
        .statusCode(403);
    as(outsider).get("/v1/quality").then().statusCode(403);
    agency.post("/v1/quality/reviews/claims").then().statusCode(403);
    Reviewer.SOFIA.request().get("/v1/quality?from=yesterday").then().statusCode(422);
    Reviewer.SOFIA.request().get("/v1/quality/disagreements?settled=x").then().statusCode(422);
    Reviewer.SOFIA.request().get("/v1/quality/disagreements?cursor=x").then().statusCode(422);
    as(TestTokens.person("ada")).get("/v1/quality").then().statusCode(200);
  }

  private String decided(String body) {
    String id = submitted();
    decide(id, body);
    return id;
  }

  private String submitted() {
    return intake.submit(intake.sound().setItems(List.of(Requests.item(itemId).build())));
  }

  private static void decide(String id, String body) {
    String claimed = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA.decide(id, claimed, body).then().statusCode(200);
  }

  /** The review is named by the event of the decision. */
  private String review(String id) {
    return review(id, 0);
  }

  /** The same of a later decision, after appeals. */
  private String review(String id, int appeals) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_CASES, id).stream()
                    .filter(event -> event.data() instanceof CaseDecided)
                    .skip(appeals)
                    .map(event -> event.envelope().id().toString())
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private Event onTopic(String id, Class<?> type) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_QUALITY, id).stream()
                    .filter(event -> type.isInstance(event.data()))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static JsonPath measured(String from) {
    return Reviewer.SOFIA
        .request()
        .get("/v1/quality?from=" + from)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String refusal() {
    return "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
        .formatted(itemId);
  }

  private String approval(String more) {
    return ("{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"APPROVE\","
            + "\"dataTypes\":[\"IP_ADDRESS\"]}],%s}")
        .formatted(itemId, more);
  }

  private static String person(String id) {
    return TestClient.ofThisTest().in("reviewer").claiming("person", id).token();
  }

  private static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }

  private static Response give(String token, String review, String body) {
    return as(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/quality/reviews/{id}/decision", review);
  }

  private static Response settle(RequestSpecification senior, String review, String body) {
    return senior
        .contentType("application/json")
        .body(body)
        .post("/v1/quality/disagreements/{id}/settlement", review);
  }
}
