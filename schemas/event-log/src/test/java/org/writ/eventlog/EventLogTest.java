package org.writ.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.sample.SampleFold;
import org.writ.eventlog.sample.SampleListener;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.seal.Sealed;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EventLogTest {

  private static final Actor AGENCY = new Actor("agency", "agency-de");
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject EventLog log;
  @Inject Transactions transactions;
  @Inject CaseKeys keys;
  @Inject SampleFold rows;
  @Inject SampleListener listener;

  private Event submit(String subject, String phoneNumber) {
    return transactions
        .call(
            () -> {
              keys.issue(subject, AGENCY);
              return log.append(
                  Topic.INTAKE_REQUESTS,
                  subject,
                  0,
                  AGENCY,
                  null,
                  List.of(NewEvent.sealed(Samples.submitted(), Samples.details(phoneNumber))));
            })
        .getFirst();
  }

  private static NewEvent progressed() {
    SpecificRecord data = RequestProgressed.newBuilder().setStatus(RequestStatus.REFUSED).build();
    return NewEvent.open(data);
  }

  @Test
  void appendedEventIsInTheRowsAndReachesItsTopicAfterItsKey() {
    String subject = UUID.randomUUID().toString();

    Event event = submit(subject, "+491510001");

    assertThat(transactions.call(() -> rows.find(subject))).contains("RECEIVED 1");
    try (var topics = new TestEvents()) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(topics.on(Topic.INTAKE_REQUESTS, subject)).containsExactly(event));
      assertThat(topics.on(Topic.INTAKE_KEYS, subject)).hasSize(1);
    }
  }

  @Test
  void whoListensIsToldOfEachEventOnce() {
    String subject = UUID.randomUUID().toString();

    Event event = submit(subject, "+491510011");

    assertThat(listener.heard(subject)).containsExactly(event);
  }

  @Test
  void envelopeSaysWhoWhenAndInWhichOrder() {
    String subject = UUID.randomUUID().toString();
    UUID cause = UUID.randomUUID();

    submit(subject, "+491510002");
    Event second =
        transactions
            .call(
                () ->
                    log.append(
                        Topic.INTAKE_REQUESTS,
                        subject,
                        1,
                        Actor.service("intake"),
                        cause,
                        List.of(progressed())))
            .getFirst();

    assertThat(second.envelope().sequence()).isEqualTo(2);
    assertThat(second.envelope().cause()).isEqualTo(cause);
    assertThat(second.envelope().actor()).hasToString("service:intake");
    assertThat(second.envelope().source()).isEqualTo("/writ/intake");
    assertThat(second.envelope().type()).isEqualTo("org.writ.events.intake.RequestProgressed");
    assertThat(second.envelope().id().version()).isEqualTo(7);
  }

  @Test
  void rolledBackTransactionLeavesNeitherRowsNorEvents() {
    String subject = UUID.randomUUID().toString();
    String after = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      submitWithin(subject);
                      throw new IllegalStateException("crash before commit");
                    }))
        .hasMessage("crash before commit");
    submit(after, "+491510003");

    assertThat(transactions.call(() -> rows.find(subject))).isEmpty();
    try (var topics = new TestEvents()) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(topics.on(Topic.INTAKE_REQUESTS, after)).hasSize(1));
      assertThat(topics.on(Topic.INTAKE_REQUESTS, subject)).isEmpty();
      assertThat(topics.on(Topic.INTAKE_KEYS, subject)).isEmpty();
    }
  }

  private void submitWithin(String subject) {
    keys.issue(subject, AGENCY);
    log.append(
        Topic.INTAKE_REQUESTS,
        subject,
        0,
        AGENCY,
        null,
        List.of(NewEvent.sealed(Samples.submitted(), Samples.details("+491510004"))));
  }

  @Test
  void decisionOnAnOldVersionIsRefused() {
    String subject = UUID.randomUUID().toString();
    submit(subject, "+491510005");

    assertThatThrownBy(
            () ->
                transactions.run(
                    () ->
                        log.append(
                            Topic.INTAKE_REQUESTS,
                            subject,
                            2,
                            AGENCY,
                            null,
                            List.of(progressed()))))
        .isInstanceOf(ConcurrentChange.class);
    assertThatThrownBy(() -> submit(subject, "+491510006")).isInstanceOf(ConcurrentChange.class);
    assertThat(transactions.call(() -> log.version(Topic.INTAKE_REQUESTS, subject))).isEqualTo(1);
  }

  @Test
  void eventThatNoTopicTakesIsRefusedAndHoldsUpNothing() {
    // Given
    String subject = UUID.randomUUID().toString();
    submit(subject, "+491510007");
    var endless = ClarificationAsked.newBuilder().setQuestion("x".repeat(33 << 20)).build();

    // When
    assertThatThrownBy(() -> appendSecond(subject, NewEvent.open(endless)))
        .isInstanceOf(EventTooLarge.class)
        .hasMessageContaining("ClarificationAsked");
    appendSecond(subject, progressed());

    // Then
    try (var topics = new TestEvents()) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(topics.on(Topic.INTAKE_REQUESTS, subject)).hasSize(2));
    }
  }

  private void appendSecond(String subject, NewEvent event) {
    transactions.run(
        () ->
            log.append(
                Topic.INTAKE_REQUESTS, subject, 1, Actor.service("intake"), null, List.of(event)));
  }

  @Test
  void topicOfAnotherServiceIsRefused() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () ->
                        log.append(
                            Topic.REVIEW_CASES,
                            "x",
                            0,
                            AGENCY,
                            null,
                            List.of(NewEvent.open(Samples.input())))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("review.cases");
  }

  @Test
  void sealedPartOpensForItsEventOnly() {
    String subject = UUID.randomUUID().toString();
    Sealed sealed = submit(subject, "+491510007").sealed().orElseThrow();
    var moved = new Sealed(subject, UUID.randomUUID(), sealed.eventType(), sealed.ciphertext());

    RequestDetails details = keys.open(sealed, RequestDetails.class).orElseThrow();

    assertThat(details.getIdentifiers().getFirst().getValue()).isEqualTo("+491510007");
    assertThat(new String(sealed.ciphertext(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("+491510007");
    assertThatThrownBy(() -> keys.open(moved, RequestDetails.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void eraseKeyMakesTheSealedPartUnreadable() {
    String subject = UUID.randomUUID().toString();
    Sealed sealed = submit(subject, "+491510008").sealed().orElseThrow();
    try (var topics = new TestEvents()) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(topics.on(Topic.INTAKE_KEYS, subject)).hasSize(1));

      topics.eraseKey(subject);

      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(keys.open(sealed, RequestDetails.class)).isEmpty());
    }
  }

  @Test
  void keyThatIsNotHereYetIsReadFromTheEndOfItsTopic() {
    String subject = UUID.randomUUID().toString();
    try (var topics = new TestEvents()) {
      topics.issueKey(subject);
      Event event =
          topics.publish(
              Topic.REVIEW_CASES,
              subject,
              org.writ.events.review.CaseDecided.newBuilder()
                  .setOutcome(org.writ.events.review.CaseOutcome.REFUSED)
                  .setDecidedBy("x")
                  .setAgency("agency-de")
                  .setAgencyName("Demo Police")
                  .setCountry("DE")
                  .setProcess("COURT_ORDER")
                  .setRegime("NATIONAL")
                  .setReceivedAt(java.time.Instant.EPOCH)
                  .setPolicy(new org.writ.events.review.PolicyReference("p", "d"))
                  .setItems(List.of())
                  .setRecipientCertificate(java.nio.ByteBuffer.allocate(0))
                  .build(),
              Samples.details("+491510009"));

      var opened = keys.open(event.sealed().orElseThrow(), RequestDetails.class);

      assertThat(opened.orElseThrow().getIdentifiers().getFirst().getValue())
          .isEqualTo("+491510009");
    }
  }
}
