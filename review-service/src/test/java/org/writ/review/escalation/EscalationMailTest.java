package org.writ.review.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.review.CaseEscalated;
import org.writ.review.Intake;
import org.writ.review.MovableClock;
import org.writ.review.Reviewer;
import org.writ.review.policy.Requests;

/** Escalations that are mailed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(MailPort.class)
class EscalationMailTest {

  private static final Instant DUE = Instant.parse("2026-11-30T00:00:00Z");

  private final Transactions transactions;
  private final EventLog log;
  private final MailQueue queue;
  private final MailSender sender;
  private final int port;
  private final MovableClock clock;
  private String id = "";

  @Inject
  EscalationMailTest(
      Transactions transactions,
      EventLog log,
      MailQueue queue,
      MailSender sender,
      MovableClock clock,
      @ConfigProperty(name = MailPort.SETTING) int port) {
    this.transactions = transactions;
    this.log = log;
    this.queue = queue;
    this.sender = sender;
    this.clock = clock;
    this.port = port;
  }

  /** A case, and nothing left to be sent that other tests escalated. */
  @BeforeEach
  void begin() {
    try (var intake = new Intake(clock)) {
      id = intake.submit(intake.sound());
    }
    try (var _ = new MailServer(port)) {
      sendAll();
    }
  }

  @Test
  void anEscalationIsMailedOnceAndSaysNothingAboutPersons() {
    // Given
    escalate("HALF");

    try (var server = new MailServer(port)) {
      // When
      sendAll();
      assertThat(sender.send()).isZero();

      // Then
      assertThat(server.recipients()).containsExactly("seniors@writ.example");
      assertThat(server.mails()).hasSize(1);
      assertThat(server.mails().getFirst())
          .contains("Subject: Case " + id + " is due at")
          .contains("2026-11-30T00:00:00Z")
          .doesNotContain(Requests.sound().getAgencyName(), "+49", "AZ ");
      assertThat(server.mails().getFirst()).contains("Half of the time has passed");
    }
  }

  @Test
  void aMailWaitsForAServerThatIsDown() {
    // Given
    escalate("LAST_HOUR");

    // When
    assertThat(sender.send()).isZero();

    // Then
    assertThat(waiting()).isTrue();

    // When
    try (var server = new MailServer(port)) {
      sendAll();

      // Then
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void nothingIsMailedOfACaseThatWasDecidedMeanwhile() {
    // Given
    escalate("LAST_HOUR");
    Response claimed = Reviewer.RITA.claim(id);
    String item = claimed.jsonPath().getString("items[0].itemId");
    Reviewer.RITA
        .decide(
            id,
            claimed.header("ETag"),
            "{\"items\":[{\"itemId\":\"%s\",\"outcome\":\"REFUSE\",\"ground\":\"OVERBROAD\"}]}"
                .formatted(item))
        .then()
        .statusCode(200);

    try (var server = new MailServer(port)) {
      // When
      sendAll();

      // Then
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aStepThatComesAgainWhileItsMailWaitsIsMailedWithTheLaterTime() {
    // Given
    Instant later = DUE.plus(Duration.ofDays(10));
    escalate("HALF");

    // When
    transactions.run(() -> queue.add(new MailQueue.Notice(id, "HALF", later)));

    // Then
    assertThat(transactions.call(queue::first)).contains(new MailQueue.Notice(id, "HALF", later));
    transactions.run(() -> queue.remove(new MailQueue.Notice(id, "HALF", later)));
    assertThat(waiting()).isFalse();
  }

  @Test
  void anEscalationThatIsNotCommittedIsNotMailed() {
    // When
    try {
      transactions.run(
          () -> {
            append("HALF");
            throw new IllegalStateException("The power fails");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("power");
    }

    // Then
    assertThat(waiting()).isFalse();
  }

  /** A connection that is kept from before may be dead; then the next check sends the mail. */
  private void sendAll() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              sender.send();
              return !waiting();
            });
  }

  private boolean waiting() {
    return transactions.call(queue::first).isPresent();
  }

  private void escalate(String step) {
    transactions.run(() -> append(step));
  }

  private void append(String step) {
    log.append(
        Topic.REVIEW_CASES,
        id,
        log.version(Topic.REVIEW_CASES, id),
        Actor.service("review"),
        null,
        List.of(NewEvent.open(new CaseEscalated(step, DUE))));
  }
}
