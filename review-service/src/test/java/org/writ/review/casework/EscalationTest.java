package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.ClarificationRequested;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Due times that come near, from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EscalationTest extends CaseScenario {

  private final Escalation escalation;

  @Inject
  EscalationTest(MovableClock clock, Escalation escalation) {
    super(clock);
    this.escalation = escalation;
  }

  @Test
  void eachStepIsToldOfOnceAndSeenInQueueAndTimeline() {
    // Given
    String id = due(Duration.ofDays(10), false);
    escalation.escalate();
    assertThat(steps(id)).isEmpty();
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    clock.forward(Duration.ofDays(5).plusMinutes(1));
    escalation.escalate();
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF");
    assertThat(ids("?escalated=HALF")).contains(id);
    assertThat(ids("?escalated=FOUR_FIFTHS")).doesNotContain(id);
    Reviewer.SOFIA.read(id).then().body("timeline.type", hasItem("CaseEscalated"));
    Reviewer.RITA.release(id, etag).then().statusCode(409);

    // When
    clock.forward(Duration.ofDays(5));
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF", "FOUR_FIFTHS", "LAST_HOUR");
    Reviewer.RITA
        .request()
        .get("/v1/cases?escalated=LAST_HOUR&limit=200")
        .then()
        .body(
            "items.find { it.id == '%s' }.escalations".formatted(id),
            contains("HALF", "FOUR_FIFTHS", "LAST_HOUR"));
  }

  @Test
  void anEscalationMakesNoTagStale() {
    // Given
    String id = due(Duration.ofDays(10), false);
    clock.forward(Duration.ofDays(5).plusMinutes(1));
    String etag = Reviewer.RITA.claim(id).header("ETag");

    // When
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF");
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(200);
    clock.forward(Duration.ofDays(9));
    escalation.escalate();
    assertThat(steps(id)).containsExactly("HALF");
  }

  @Test
  void afterAReopeningTheStepsComeAnew() {
    // Given
    String id = due(Duration.ofDays(10), false);
    clock.forward(Duration.ofDays(5).plusMinutes(1));
    escalation.escalate();
    String etag = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA.decide(id, etag, refuse()).then().statusCode(200);

    // When
    Reviewer.SOFIA
        .step(id, "appeal", Reviewer.SOFIA.etag(id), "{\"reason\":\"A page was missing\"}")
        .then()
        .statusCode(200);
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF");
    assertThat(ids("?escalated=HALF")).doesNotContain(id);
    assertThat(ids("?urgency=NORMAL")).contains(id);

    // When
    clock.forward(Duration.ofDays(5).plusMinutes(1));
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF", "HALF");
    assertThat(ids("?escalated=HALF")).contains(id);
  }

  @Test
  void aClockThatIsStoppedEscalatesNothingUntilTheAgencyAnswers() {
    // Given
    String id = due(Duration.ofDays(10), true);
    String etag = Reviewer.RITA.claim(id).header("ETag");
    Reviewer.RITA
        .step(id, "clarification", etag, "{\"question\":\"Which account?\"}")
        .then()
        .statusCode(200);

    // When
    clock.forward(Duration.ofDays(6));
    escalation.escalate();

    // Then
    assertThat(steps(id)).isEmpty();

    // When
    String question = onTopic(id, ClarificationRequested.class).envelope().id().toString();
    intake.follow(
        id,
        new ClarificationAnswered(
            question, clock.instant().plus(Duration.ofDays(2)), (java.nio.ByteBuffer) null),
        new MessageDetails("The first"));
    awaitStep(id, "ClarificationReceived");
    escalation.escalate();

    // Then
    assertThat(steps(id)).containsExactly("HALF");
  }

  @Test
  void whatIsWithdrawnEscalatesNoMore() {
    // Given
    String id = due(Duration.ofDays(10), false);
    intake.follow(id, new RequestWithdrawn((java.nio.ByteBuffer) null), null);
    awaitStep(id, "CaseWithdrawn");

    // When
    clock.forward(Duration.ofDays(11));
    escalation.escalate();

    // Then
    assertThat(steps(id)).isEmpty();
  }

  @Test
  void aStepThatThereIsNotIsRefused() {
    Reviewer.RITA
        .request()
        .get("/v1/cases?escalated=SOON")
        .then()
        .statusCode(422)
        .body("status", equalTo(422));
  }

  /** Received now, so that the shares of its time are those of the test's clock. */
  private String due(Duration time, boolean clarificationStopsClock) {
    Instant now = clock.instant();
    return intake.submit(
        intake
            .dueIn(time)
            .setReceivedAt(now)
            .setClarificationStopsClock(clarificationStopsClock)
            .setItems(List.of(Requests.item(itemId).build())));
  }

  private List<String> steps(String id) {
    List<String> types = Reviewer.SOFIA.read(id).jsonPath().getList("timeline.type");
    long told = types.stream().filter("CaseEscalated"::equals).count();
    return org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                intake.events().on(Topic.REVIEW_CASES, id).stream()
                    .map(Event::data)
                    .filter(CaseEscalated.class::isInstance)
                    .map(event -> ((CaseEscalated) event).getStep())
                    .toList(),
            found -> found.size() == told);
  }
}
