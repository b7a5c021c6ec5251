package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseReopened;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;

/** Refused cases that are re-opened, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AppealTest extends CaseScenario {

  private static final String REASON = "{\"reason\":\"A page of the order was missing\"}";

  AppealTest(MovableClock clock) {
    super(clock);
  }

  @Test
  void aRefusedCaseIsReopenedAndDecidedAnewByAnotherPerson() {
    // Given
    String id = decided(refuse());

    // When
    Reviewer.SOFIA
        .step(id, "appeal", Reviewer.SOFIA.etag(id), REASON)
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"));

    // Then
    assertThat(ids("?status=OPEN")).contains(id);
    assertThat(ids("?status=DECIDED")).doesNotContain(id);
    Reviewer.RITA.claim(id).then().statusCode(409).body("detail", containsString("appeal"));
    Event reopened = onTopic(id, CaseReopened.class);
    assertThat(((CaseReopened) reopened.data()).getDecidedBy()).isEqualTo(Reviewer.RITA.id());
    assertThat(reopened.data().toString()).doesNotContain("missing");
    Reviewer.RAJ
        .claim(id)
        .then()
        .statusCode(200)
        .body("decision", nullValue())
        .body("messages.kind", contains("APPEAL"))
        .body("messages.text", contains("A page of the order was missing"))
        .body("timeline.type", hasItems("CaseDecided", "CaseReopened"));

    // When
    Reviewer.RAJ.decide(id, Reviewer.RAJ.etag(id), approve()).then().statusCode(200);

    // Then
    Reviewer.SOFIA
        .read(id)
        .then()
        .body("decision.outcome", equalTo("APPROVED"))
        .body("decision.decidedBy", equalTo(Reviewer.RAJ.id()));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        intake.events().on(Topic.REVIEW_CASES, id).stream()
                            .map(Event::data)
                            .filter(CaseDecided.class::isInstance)
                            .map(event -> ((CaseDecided) event).getOutcome()))
                    .containsExactly(CaseOutcome.REFUSED, CaseOutcome.APPROVED));
  }

  @Test
  void theMostUrgentAppealAgainstOnesOwnDecisionIsPassedOver() {
    // Given
    String id = decided(refuse());
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);

    // When
    Reviewer.RITA.emptyQueue();

    // Then
    Reviewer.SOFIA.read(id).then().body("status", equalTo("OPEN")).body("holder", nullValue());
  }

  @Test
  void whoDecidedBeforeAnEarlierAppealIsPassedOverAfterALaterOne() {
    // Given
    String id = decided(refuse());
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);
    String claimed = Reviewer.RAJ.claim(id).header("ETag");
    Reviewer.RAJ.decide(id, claimed, refuse()).then().statusCode(200);
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(200);

    // When
    Reviewer.RITA.emptyQueue();

    // Then
    Reviewer.RITA.claim(id).then().statusCode(409).body("detail", containsString("appeal"));
    Reviewer.RAJ.claim(id).then().statusCode(409).body("detail", containsString("appeal"));
    Reviewer.SOFIA.claim(id).then().statusCode(200).body("holder", equalTo(Reviewer.SOFIA.id()));
  }

  @Test
  void whatWasApprovedIsNotReopenedAndNobodyButASeniorReviewerReopens() {
    // Given
    String approved = decided(approve());
    String refused = decided(refuse());
    String seen = Reviewer.SOFIA.etag(refused);

    // When / Then
    Reviewer.SOFIA
        .step(approved, "appeal", Reviewer.SOFIA.etag(approved), REASON)
        .then()
        .statusCode(409);
    Reviewer.RAJ.step(refused, "appeal", seen, REASON).then().statusCode(403);
    Reviewer.SOFIA.step(refused, "appeal", "\"1\"", REASON).then().statusCode(412);
    Reviewer.SOFIA.step(refused, "appeal", seen, REASON).then().statusCode(200);
    Reviewer.SOFIA.step(refused, "appeal", seen, REASON).then().statusCode(412);
    Reviewer.SOFIA
        .step(refused, "appeal", Reviewer.SOFIA.etag(refused), REASON)
        .then()
        .statusCode(409);
  }

  @Test
  void aSeniorReviewerWhoDecidedIsNotTheOneWhoReopensNotEvenByAnotherAccount() {
    // Given
    String id = submitWith(false);
    Reviewer.SOFIA.claim(id).then().statusCode(200);
    Reviewer.SOFIA.decide(id, Reviewer.SOFIA.etag(id), refuse()).then().statusCode(200);
    String other =
        TestClient.ofThisTest()
            .in("senior-reviewer")
            .claiming("person", Reviewer.SOFIA.id())
            .token();

    // When / Then
    Reviewer.SOFIA.step(id, "appeal", Reviewer.SOFIA.etag(id), REASON).then().statusCode(409);
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(other)
        .header("If-Match", Reviewer.SOFIA.etag(id))
        .contentType("application/json")
        .body(REASON)
        .post("/v1/cases/{id}/appeal", id)
        .then()
        .statusCode(409);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}|/reason",
        "{\"reason\":\"\"}|/reason",
        "{\"reason\":7}|/reason",
        "{\"reason\":\"x\",\"by\":\"me\"}|/by"
      })
  void aFaultOfAnAppealIsNamed(String body, String pointer) {
    // Given
    String id = submitWith(false);

    // When / Then
    Reviewer.SOFIA
        .step(id, "appeal", Reviewer.SOFIA.etag(id), body)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private String decided(String body) {
    String id = submitWith(false);
    String claimed = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA.decide(id, claimed, body).then().statusCode(200);
    return id;
  }
}
