package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** A reviewer's work on one case, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReviewingTest {

  private static final String PROBLEM = "application/problem+json";

  private final MovableClock clock;
  private final String itemId = UUID.randomUUID().toString();
  private Intake intake;

  ReviewingTest(MovableClock clock) {
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
  void aClaimedCaseIsReadWithItsTag() {
    // Given
    String id = submit();

    // When
    Response answer = Reviewer.RITA.claim(id);

    // Then
    answer
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"")
        .header("Cache-Control", "no-store")
        .body("status", equalTo("CLAIMED"))
        .body("holder", equalTo(Reviewer.RITA.id()))
        .body("leaseUntil", notNullValue())
        .body("items[0].identifier.value", equalTo("+4915100000001"))
        .body("timeline.type", contains("CaseOpened", "CaseClaimed", "CaseRead"))
        .body("timeline[1].actor", equalTo("reviewer:" + Reviewer.RITA.id()));
  }

  @Test
  void everyReadingIsRecorded() {
    // Given
    String id = submit();

    // When
    Response first = Reviewer.RITA.read(id);
    Response second = Reviewer.SOFIA.read(id);

    // Then
    first.then().statusCode(200).header("ETag", "\"2\"");
    second
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("timeline.type", contains("CaseOpened", "CaseRead", "CaseRead"))
        .body("timeline[2].actor", equalTo("senior-reviewer:" + Reviewer.SOFIA.id()));
    assertThat(onTopic(id, 3).getLast().data()).isEqualTo(new CaseRead(Reviewer.SOFIA.id(), null));
  }

  @Test
  void aClaimedCaseIsNotClaimedByAnother() {
    // Given
    String id = submit();
    Reviewer.RITA.claim(id).then().statusCode(200);

    // When
    Response answer = Reviewer.RAJ.claim(id);

    // Then
    answer
        .then()
        .statusCode(409)
        .contentType(PROBLEM)
        .body("type", equalTo("about:blank"))
        .body("title", equalTo("Conflict"))
        .body("status", equalTo(409))
        .body("detail", containsString("Somebody else holds the case"));
  }

  @Test
  void aReleasedCaseIsFreeForOthers() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    Response answer = Reviewer.RITA.release(id, etag);

    // Then
    answer.then().statusCode(204).header("ETag", "\"4\"");
    Reviewer.RAJ.claim(id).then().statusCode(200).body("holder", equalTo(Reviewer.RAJ.id()));
  }

  @Test
  void aLapsedClaimFreesTheCaseAndEndsTheHoldersRight() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    clock.forward(Duration.ofMinutes(31));

    // Then
    Reviewer.RITA
        .decide(id, etag, refuse())
        .then()
        .statusCode(409)
        .body("detail", containsString("lapses after 30 minutes"));
    Reviewer.RITA.release(id, etag).then().statusCode(409);
    Reviewer.RAJ.read(id).then().body("status", equalTo("OPEN")).body("holder", nullValue());
    Reviewer.RAJ.claim(id).then().statusCode(200);
  }

  @Test
  void readingRenewsTheLease() {
    // Given
    String id = submit();
    Reviewer.RITA.claim(id).then().statusCode(200);

    // When
    clock.forward(Duration.ofMinutes(20));
    String etag = Reviewer.RITA.read(id).header("ETag");
    clock.forward(Duration.ofMinutes(20));

    // Then
    Reviewer.RAJ.claim(id).then().statusCode(409);
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(200);
  }

  @Test
  void aDecisionIsAnEventWithWhatDisclosureNeeds() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String body =
        """
        {"items":[{"itemId":"%s","outcome":"APPROVE","dataTypes":["IP_ADDRESS"],
                   "from":"2026-06-01T00:00:00Z","explanation":"fits the order"}],"note":"done"}
        """
            .formatted(itemId);

    // When
    Response answer = Reviewer.RITA.decide(id, etag, body);

    // Then
    answer
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("id", equalTo(id))
        .body("status", equalTo("DECIDED"))
        .body("outcome", equalTo("PARTLY_APPROVED"))
        .body("items[0].dataTypes", contains("IP_ADDRESS"));
    Event event = onTopic(id, 4).getLast();
    assertThat(event.envelope().actor().id()).isEqualTo(Reviewer.RITA.id());
    assertThat(event.sealed()).isPresent();
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.PARTLY_APPROVED);
    assertThat(decided.getItems())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getItemId()).isEqualTo(itemId);
              assertThat(item.getFrom()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
              assertThat(item.getTo()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
            });
    Reviewer.RAJ
        .read(id)
        .then()
        .body("status", equalTo("DECIDED"))
        .body("decision.outcome", equalTo("PARTLY_APPROVED"))
        .body("decision.decidedBy", equalTo(Reviewer.RITA.id()))
        .body("decision.note", equalTo("done"))
        .body("decision.items[0].explanation", equalTo("fits the order"));
  }

  @Test
  void aCaseIsDecidedOnce() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String decided = Reviewer.RITA.decide(id, etag, refuse()).header("ETag");

    // Then
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(412);
    Reviewer.RITA
        .decide(id, decided, refuse())
        .then()
        .statusCode(409)
        .body("detail", containsString("decided already"));
    Reviewer.RAJ.claim(id).then().statusCode(409);
  }

  @Test
  void aDecisionWithoutClaimIsRefused() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.read(id).header("ETag");

    // Then
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(409).contentType(PROBLEM);
    String claimed = Reviewer.RAJ.claim(id).header("ETag");
    Reviewer.RITA.decide(id, claimed, refuse()).then().statusCode(409);
  }

  @Test
  void changesNeedTheTagLastSeen() {
    // Given
    String id = submit();
    Reviewer.RITA.claim(id).then().statusCode(200);

    // Then
    Reviewer.RITA
        .request()
        .post("/v1/cases/{id}/release", id)
        .then()
        .statusCode(428)
        .contentType(PROBLEM);
    Reviewer.RITA
        .request()
        .contentType("application/json")
        .body(refuse())
        .post("/v1/cases/{id}/decision", id)
        .then()
        .statusCode(428);
    Reviewer.RITA.release(id, "\"1\"").then().statusCode(412).contentType(PROBLEM);
    Reviewer.RITA.decide(id, "\"1\"", refuse()).then().statusCode(412);
  }

  @Test
  void aReadingByAnotherDoesNotHinderTheHolder() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    Reviewer.SOFIA.read(id).then().statusCode(200);

    // Then
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(200);
  }

  @Test
  void aBlockingFindingIsNotApproved() {
    // Given
    String id = submitWith(false);
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String approval =
        """
        {"items":[{"itemId":"%s","outcome":"APPROVE","dataTypes":["IP_ADDRESS"]}]}\
        """
            .formatted(itemId);

    // When
    Response answer = Reviewer.RITA.decide(id, etag, approval);

    // Then
    answer
        .then()
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", containsString("suspect-confirmed"));
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(200);
  }

  @Test
  void everyFaultOfADecisionIsNamedAtOnce() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    String body =
        """
        {"items":[{"itemId":"%s","outcome":"APPROVE","dataTypes":["DEVICE"],"to":"2027-01-01T00:00:00Z"},
                  {"itemId":"nobody","outcome":"REFUSE","ground":"NO_MOOD"}],"mood":1}
        """
            .formatted(itemId);

    // When
    Response answer = Reviewer.RITA.decide(id, etag, body);

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("status", equalTo(422))
        .body(
            "errors.pointer",
            hasItems("/mood", "/items/0/dataTypes/0", "/items/0/to", "/items/1/itemId"))
        .body("errors.detail", not(empty()));
  }

  @Test
  void whatIsNoJsonIsNotUnderstood() {
    // Given
    String id = submit();
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // Then
    Reviewer.RITA.decide(id, etag, "{\"items\":").then().statusCode(400).contentType(PROBLEM);
    Reviewer.RITA.decide(id, etag, "").then().statusCode(400);
    Reviewer.RITA.decide(id, etag, "{\"items\":[],\"items\":[]}").then().statusCode(400);
    Reviewer.RITA
        .request()
        .header("If-Match", etag)
        .contentType("text/plain")
        .body("yes")
        .post("/v1/cases/{id}/decision", id)
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
    Reviewer.RITA
        .decide(id, etag, "{\"note\":\"" + "x".repeat(25_300_000) + "\"}")
        .then()
        .statusCode(413)
        .contentType(PROBLEM);
  }

  @Test
  void anUnknownCaseIsNotFound() {
    String unknown = UUID.randomUUID().toString();

    Reviewer.RITA.read(unknown).then().statusCode(404).contentType(PROBLEM);
    Reviewer.RITA.read("claims").then().statusCode(404);
    Reviewer.RITA.claim(unknown).then().statusCode(404);
    Reviewer.RITA.release(unknown, "\"1\"").then().statusCode(404);
    Reviewer.RITA.decide(unknown, "\"1\"", refuse()).then().statusCode(404);
  }

  private String submit() {
    return submitWith(true);
  }

  private String submitWith(boolean suspectConfirmed) {
    return intake.submit(
        intake
            .sound()
            .setSuspectConfirmed(suspectConfirmed)
            .setItems(List.of(Requests.item(itemId).build())));
  }

  private String refuse() {
    return "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
        .formatted(itemId);
  }

  private List<Event> onTopic(String id, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> intake.events().on(Topic.REVIEW_CASES, id), found -> found.size() >= atLeast);
  }
}
