package org.writ.review.quality;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/**
 * What tests of second reviews have in common: decided cases, all of which are drawn in tests, and
 * what is done with their reviews.
 */
abstract class QualityScenario {

  static final String REASON = "{\"reason\":\"A page was missing\"}";

  final MovableClock clock;
  final String itemId = UUID.randomUUID().toString();

  /** Somebody who has read nothing yet. */
  final String outsider = TestClient.ofThisTest().in("reviewer").token();

  Intake intake;

  QualityScenario(MovableClock clock) {
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

  String decided(String body) {
    String id = submitted();
    decide(id, body);
    return id;
  }

  String submitted() {
    return intake.submit(intake.sound().setItems(List.of(Requests.item(itemId).build())));
  }

  static void decide(String id, String body) {
    String claimed = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA.decide(id, claimed, body).then().statusCode(200);
  }

  /** The review is named by the event of the decision. */
  String review(String id) {
    return review(id, 0);
  }

  /** The same of a later decision, after appeals. */
  String review(String id, int appeals) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_CASES, id).stream()
                    .filter(event -> event.data() instanceof CaseDecided)
                    .skip(appeals)
                    .map(event -> event.envelope().id().toString())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  Event onTopic(String id, Class<?> type) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_QUALITY, id).stream()
                    .filter(event -> type.isInstance(event.data()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  String refusal() {
    return "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
        .formatted(itemId);
  }

  String approval(String more) {
    return ("{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"APPROVE\","
            + "\"dataTypes\":[\"IP_ADDRESS\"]}],%s}")
        .formatted(itemId, more);
  }

  static String person(String id) {
    return TestClient.ofThisTest().in("reviewer").claiming("person", id).token();
  }

  static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }

  static Response give(String token, String review, String body) {
    return as(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/quality/reviews/{id}/decision", review);
  }

  static Response settle(RequestSpecification senior, String review, String body) {
    return senior
        .contentType("application/json")
        .body(body)
        .post("/v1/quality/disagreements/{id}/settlement", review);
  }
}
