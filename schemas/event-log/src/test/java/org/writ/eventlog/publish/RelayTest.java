package org.writ.eventlog.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Leases;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;

/**
 * The relay's crash windows. Each step of a turn is run by hand, and what would follow a crash is
 * run by another relay.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RelayTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Inject RelayWorker worker;
  @Inject Leases leases;
  @Inject EventLog log;
  @Inject Transactions transactions;
  @Inject DataSource dataSource;

  private final TestEvents topics = new TestEvents();

  @BeforeEach
  void stopTheWorker() {
    worker.stop();
  }

  @AfterEach
  void startTheWorkerAgain() {
    Jdbc.run(
        dataSource,
        connection ->
            connection.createStatement().execute("UPDATE lease SET expires_at = '2000-01-01'"));
    worker.start();
    topics.close();
  }

  private Event append(String subject) {
    return transactions
        .call(
            () ->
                log.append(
                    Topic.INTAKE_REQUESTS,
                    subject,
                    0,
                    new Actor("agency", "agency-de"),
                    null,
                    List.of(NewEvent.open(Samples.submitted()))))
        .getFirst();
  }

  /** A relay that holds the lease, as an instance of its own. */
  private Relay takeOver() {
    Jdbc.run(
        dataSource,
        connection ->
            connection.createStatement().execute("UPDATE lease SET expires_at = '2000-01-01'"));
    return worker.open(
        leases.acquire(Relay.LEASE, UUID.randomUUID().toString(), LEASE).orElseThrow());
  }

  private static void oneTurn(Relay relay) {
    relay.delete(relay.send(relay.read()));
  }

  private List<Event> onTopic(String subject) {
    return topics.on(Topic.INTAKE_REQUESTS, subject);
  }

  @Test
  void crashAfterCommitBeforeSendLosesNothing() {
    String subject = UUID.randomUUID().toString();

    Event event = append(subject);
    worker.start();

    await().atMost(SOON).untilAsserted(() -> assertThat(onTopic(subject)).containsExactly(event));
  }

  @Test
  void crashBetweenSendAndDeleteSendsTheSameEventAgain() {
    String subject = UUID.randomUUID().toString();
    Event event = append(subject);
    try (Relay crashed = takeOver()) {
      crashed.send(crashed.read());

      try (Relay next = takeOver()) {
        oneTurn(next);

        assertThat(next.read()).isEmpty();
        assertThat(onTopic(subject)).containsExactly(event, event);
      }
    }
  }

  @Test
  void pausedRelayThatWakesAfterItsLeaseWasTakenRepeatsAndDeletesNothing() {
    String subject = UUID.randomUUID().toString();
    Event event = append(subject);
    try (Relay paused = takeOver()) {
      List<Outbox.Row> rows = paused.read();
      try (Relay next = takeOver()) {
        oneTurn(next);
        append(UUID.randomUUID().toString());

        Relay.Sent sent = paused.send(rows);

        assertThatThrownBy(() -> paused.delete(sent)).isInstanceOf(Relay.LeaseLost.class);
        assertThat(onTopic(subject)).containsExactly(event, event);
        assertThat(next.read()).hasSize(1);
        oneTurn(next);
      }
    }
  }

  @Test
  void relayWhoseLeaseWasTakenLearnsThatItCannotDelete() throws InterruptedException {
    append(UUID.randomUUID().toString());
    try (Relay paused = takeOver()) {
      Relay.Sent sent = paused.send(paused.read());
      try (Relay next = takeOver()) {
        paused.deleteSoon(sent);

        await()
            .untilAsserted(
                () -> assertThatThrownBy(paused::read).isInstanceOf(Relay.LeaseLost.class));
        assertThat(next.read()).extracting(Outbox.Row::id).containsAll(sent.ids());
        oneTurn(next);
      }
    }
  }

  @Test
  void whatIsBeingDeletedIsNotReadAgain() throws InterruptedException {
    String first = UUID.randomUUID().toString();
    String second = UUID.randomUUID().toString();
    append(first);
    try (Relay relay = takeOver()) {
      for (String subject : List.of(second, UUID.randomUUID().toString())) {
        List<Outbox.Row> rows = relay.read();
        relay.deleteSoon(relay.send(rows));
        append(subject);

        assertThat(relay.read())
            .extracting(row -> row.envelope().subject())
            .containsExactly(subject);
      }
      oneTurn(relay);
    }

    assertThat(onTopic(first)).hasSize(1);
    assertThat(onTopic(second)).hasSize(1);
  }

  @Test
  void anotherInstanceWaitsWhileTheLeaseIsHeld() {
    try (Relay holder = takeOver()) {
      assertThat(leases.acquire(Relay.LEASE, "another", LEASE)).isEmpty();
      assertThat(holder.epoch()).isPositive();
    }
  }

  @Test
  void nextEventOfASubjectWaitsForTheOneBefore() {
    List<Outbox.Row> rows =
        List.of(
            row(1, Topic.INTAKE_KEYS, "a"),
            row(2, Topic.INTAKE_KEYS, "b"),
            row(3, Topic.INTAKE_REQUESTS, "a"),
            row(4, Topic.INTAKE_REQUESTS, "b"),
            row(5, Topic.INTAKE_REQUESTS, "a"),
            row(6, Topic.INTAKE_REQUESTS, "c"));

    assertThat(Relay.waves(rows).stream().map(wave -> wave.stream().map(Outbox.Row::id).toList()))
        .containsExactly(List.of(1L, 2L, 6L), List.of(3L, 4L), List.of(5L));
  }

  private static Outbox.Row row(long id, Topic topic, String subject) {
    return new Outbox.Row(id, topic, envelope(subject), new byte[0]);
  }

  private static Envelope envelope(String subject) {
    return new Envelope(
        UUID.randomUUID(),
        "/writ/intake",
        "type",
        subject,
        Instant.EPOCH,
        1,
        null,
        Actor.service("intake"));
  }

  @Test
  void whatIsAcknowledgedIsDeletedAlsoIfAnotherEventIsRefused() {
    String subject = UUID.randomUUID().toString();
    Event event = append(subject);
    try (Relay relay = takeOver()) {
      var rows = new ArrayList<>(relay.read());
      rows.addFirst(
          new Outbox.Row(
              Long.MAX_VALUE, Topic.INTAKE_REQUESTS, envelope("too-large"), new byte[33 << 20]));

      assertThatThrownBy(() -> relay.send(rows)).isInstanceOf(KafkaException.class);

      assertThat(onTopic(subject)).containsExactly(event);
      assertThat(relay.read()).isEmpty();
    }
  }

  @Test
  void eventsOfOneSubjectArriveInOrder() {
    String subject = UUID.randomUUID().toString();
    append(subject);
    for (int version = 1; version <= 50; version++) {
      long expected = version;
      transactions.run(
          () ->
              log.append(
                  Topic.INTAKE_REQUESTS,
                  subject,
                  expected,
                  Actor.service("intake"),
                  null,
                  List.of(
                      NewEvent.open(
                          org.writ.events.intake.RequestProgressed.newBuilder()
                              .setStatus(org.writ.events.intake.RequestStatus.REFUSED)
                              .build()))));
    }
    try (Relay relay = takeOver()) {
      oneTurn(relay);
    }

    assertThat(onTopic(subject))
        .extracting(event -> event.envelope().sequence())
        .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 51).boxed().toList());
  }
}
