package org.writ.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.events.review.SecondReviewGiven;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Disagreements and how often second reviews agree, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class QualityResourceTest extends QualityScenario {

  QualityResourceTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aSecondDecisionThatDiffersIsSettledOnceAndChangesNothingAboutTheCase() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);

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
    disagreements()
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
    disagreements().then().body("items.id", not(hasItem(review)));
    settle(Reviewer.SOFIA.request(), review, "{\"judgement\":\"FIRST\",\"reason\":\"No\"}")
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
  void aDisagreementNamesTheGroundOfTheDecisionThatWasReviewed() {
    // Given
    String id = decided(refusal());
    String review = review(id);
    as(outsider).post("/v1/quality/reviews/{id}/claim", review).then().statusCode(200);
    give(outsider, review, approval("\"note\":\"Sound to me\"")).then().statusCode(200);
    String item = "items.find { it.id == '%s' }.items[0]".formatted(review);

    // When
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);
    String claimed = Reviewer.RAJ.claim(id).header("ETag");
    Reviewer.RAJ
        .decide(id, claimed, refusal().replace("OVERBROAD", "NO_SUSPECT"))
        .then()
        .statusCode(200)
        .body("status", equalTo("DECIDED"));

    // Then
    disagreements()
        .then()
        .body(item + ".firstGround", equalTo("OVERBROAD"))
        .body(item + ".ground", nullValue());
  }

  private static Response disagreements() {
    return Reviewer.SOFIA.request().get("/v1/quality/disagreements?limit=200");
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
  void faultsOfASettlementAndOthersAreRefused() {
    // Given
    String review = review(decided(refusal()));

    // When / Then
    settle(Reviewer.SOFIA.request(), review, "{\"judgement\":\"MINE\",\"why\":\"x\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/judgement", "/reason", "/why"));
    settle(as(outsider), review, "{\"judgement\":\"FIRST\",\"reason\":\"x\"}")
        .then()
        .statusCode(403);
    as(outsider).get("/v1/quality").then().statusCode(403);
    Reviewer.SOFIA.request().get("/v1/quality?from=yesterday").then().statusCode(422);
    Reviewer.SOFIA.request().get("/v1/quality/disagreements?settled=x").then().statusCode(422);
    Reviewer.SOFIA.request().get("/v1/quality/disagreements?cursor=x").then().statusCode(422);
    as(TestTokens.person("ada")).get("/v1/quality").then().statusCode(200);
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
}
