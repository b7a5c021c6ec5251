package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.intake.Intake;

/** An agency answers what the reviewers ask. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AnswerClarificationTest {

  private final CaseKeys keys;
  private OwnRequest request;

  AnswerClarificationTest(CaseKeys keys) {
    this.keys = keys;
  }

  @BeforeEach
  void submit() {
    request = OwnRequest.submitted();
  }

  @AfterEach
  void closeRequest() {
    request.close();
  }

  @Test
  void questionAndAnswerAreSeenInTheirOrderAndTheDeadlineMoves() {
    // Given
    var stoppedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
    Instant dueAt = Instant.parse(request.seen().extract().path("dueAt"));
    request.ask(keys, stoppedAt);
    request
        .seen()
        .body("messages.kind", equalTo(List.of("QUESTION")))
        .body("clockStoppedAt", equalTo(stoppedAt.toString()));

    // When
    var answer = request.post("clarification", "{\"answer\":\"It is account 1000001.\"}");

    // Then
    answer.then().statusCode(200).body("id", equalTo(request.id()));
    Instant moved = Instant.parse(answer.path("dueAt"));
    Instant answeredAt = Instant.parse(answer.path("answeredAt"));
    assertThat(moved)
        .isBetween(
            dueAt.plus(Duration.between(stoppedAt, answeredAt)).minusMillis(50),
            dueAt.plus(Duration.between(stoppedAt, answeredAt)));
    request
        .seen()
        .body("status", equalTo("UNDER_REVIEW"))
        .body("dueAt", equalTo(moved.toString()))
        .body("clockStoppedAt", nullValue())
        .body("messages.kind", equalTo(List.of("QUESTION", "ANSWER")))
        .body("messages.text", equalTo(List.of("Which account?", "It is account 1000001.")))
        .body(
            "history.status",
            equalTo(
                List.of("RECEIVED", "UNDER_REVIEW", "CLARIFICATION_REQUESTED", "UNDER_REVIEW")));
    var asked = request.event(ClarificationAsked.class);
    var answered = request.event(ClarificationAnswered.class);
    assertThat(answered.getQuestion()).isEqualTo(asked.getQuestion());
    assertThat(asked + " " + answered).doesNotContain("account");
  }

  @Test
  void sameAnswerAgainGetsTheSameResultAndAnotherOneIsRefused() {
    // Given
    request.ask(keys, null);
    var first = request.post("clarification", "{\"answer\":\"Yes.\"}");

    // When
    var second = request.post("clarification", "{ \"answer\" : \"Yes.\" }");
    var other = request.post("clarification", "{\"answer\":\"No.\"}");

    // Then
    second.then().statusCode(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    other.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void answerThatNobodyAskedForIsRefused() {
    // Given a request without a question

    // When
    var answer = request.post("clarification", "{\"answer\":\"Yes.\"}");

    // Then
    answer.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void nothingIsAddedToAnErasedRequest() {
    // Given
    request.ask(keys, null);
    request.erase();

    // When
    var answer = request.post("clarification", "{\"answer\":\"Yes.\"}");

    // Then
    answer.then().statusCode(409);
    request
        .seen()
        .body("messages[0].kind", equalTo("QUESTION"))
        .body("messages[0].text", nullValue());
    request.post("withdrawal", "{}").then().statusCode(200);
  }
}
