package org.writ.review.casework;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.writ.eventlog.Event;
import org.writ.events.Topic;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** What tests of cases have in common: intake, and reading a case until something has come. */
abstract class CaseScenario {

  final MovableClock clock;
  final String itemId = UUID.randomUUID().toString();
  Intake intake;

  CaseScenario(MovableClock clock) {
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

  String submitWith(boolean clarificationStopsClock) {
    return intake.submit(
        intake
            .sound()
            .setClarificationStopsClock(clarificationStopsClock)
            .setItems(List.of(Requests.item(itemId).build())));
  }

  String approve() {
    return "{\"items\":[" + DecisionBodies.approve(itemId, "IP_ADDRESS", "PHONE_NUMBER") + "]}";
  }

  String refuse() {
    return "{\"items\":[" + DecisionBodies.refuse(itemId, "OVERBROAD") + "]}";
  }

  static List<String> ids(String query) {
    String separator = query.isEmpty() ? "?" : "&";
    return Reviewer.RITA
        .request()
        .get("/v1/cases" + query + separator + "limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  /** Reads the case until a step is on its timeline. */
  static Response awaitStep(String id, String type) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Reviewer.SOFIA.read(id),
            found -> found.jsonPath().getList("timeline.type").contains(type));
  }

  Event onTopic(String id, Class<?> type) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_CASES, id).stream()
                    .filter(event -> type.isInstance(event.data()))
                    .reduce((_, last) -> last),
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
