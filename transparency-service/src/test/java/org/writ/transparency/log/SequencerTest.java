package org.writ.transparency.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.ledger.Ledger;
import org.writ.transparency.ledger.TreeHead;
import org.writ.transparency.testing.CheckpointKey;
import org.writ.transparency.testing.Requests;

/** The sequencer's crash windows, on real Kafka and MariaDB. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class SequencerTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

  @Inject SequencerWorker worker;
  @Inject Ledger ledger;
  @Inject Transactions transactions;
  @Inject DataSource dataSource;

  private final TestEvents events = new TestEvents();
  private final List<Sequencer> opened = new ArrayList<>();
  private long before;

  @BeforeEach
  void quiet() {
    awaitIntegrated();
    worker.stop();
    before = treeSize();
  }

  @AfterEach
  void serveAgain() {
    opened.forEach(Sequencer::close);
    worker.start();
    awaitIntegrated();
    events.close();
  }

  @Test
  void everyEventOfEveryTopicGetsOnePlace() {
    String request = UUID.randomUUID().toString();
    List<Event> published =
        List.of(
            submit(request),
            events.publish(Topic.REVIEW_CASES, request, Requests.decided(Requests.refused("a"))),
            events.publish(
                Topic.DISCLOSURE_DELIVERIES,
                request,
                Requests.nothingFound(Requests.withoutData("a"))));

    worker.start();
    awaitTreeSize(before + 3);

    assertThat(entriesOf(request))
        .map(EventSequenced::getTopic)
        .containsExactlyInAnyOrderElementsOf(
            published.stream().map(event -> event.topic().topicName()).toList());
    assertLedgerIsContiguous();
  }

  @Test
  void eventThatARelayRepeatsGetsOnePlace() {
    String request = UUID.randomUUID().toString();
    Event event = submit(request);
    events.repeat(event);
    worker.start();
    awaitTreeSize(before + 1);

    events.repeat(event);
    submit(UUID.randomUUID().toString());

    awaitTreeSize(before + 2);
    assertThat(entriesOf(request)).hasSize(1);
  }

  @Test
  void crashAfterSequencingLosesAndRepeatsNothing() {
    String request = UUID.randomUUID().toString();
    submit(request);
    Sequencer crashing = open();
    crashing.sequence(polled(crashing));

    crashing.close();

    assertThat(treeSize()).isEqualTo(before);
    assertThat(entriesOf(request)).hasSize(1);
    worker.start();
    awaitTreeSize(before + 1);
    assertThat(entriesOf(request)).hasSize(1);
    assertLedgerIsContiguous();
  }

  @Test
  void crashBeforeSequencingLosesNothing() {
    String request = UUID.randomUUID().toString();
    submit(request);
    Sequencer crashing = open();
    polled(crashing);

    crashing.close();

    worker.start();
    awaitTreeSize(before + 1);
    assertThat(entriesOf(request)).hasSize(1);
  }

  @Test
  void pausedSequencerThatWakesAfterAnotherTookOverIsFenced() {
    String request = UUID.randomUUID().toString();
    submit(request);
    Sequencer paused = open();
    ConsumerRecords<String, byte[]> seen = polled(paused);
    Sequencer second = open();
    second.sequence(polled(second));
    second.integrate(() -> {});

    assertThatThrownBy(() -> paused.sequence(seen))
        .isInstanceOf(KafkaException.class)
        .satisfiesAnyOf(
            failure -> assertThat(failure).isInstanceOf(ProducerFencedException.class),
            failure ->
                assertThat(failure)
                    .isInstanceOf(
                        org.apache.kafka.common.errors.InvalidProducerEpochException.class));

    assertThat(entriesOf(request)).hasSize(1);
    assertThat(treeSize()).isEqualTo(before + 1);
  }

  @Test
  void entriesAreIntegratedByOneInstanceOnly() {
    submit(UUID.randomUUID().toString());
    Sequencer paused = open();
    paused.sequence(polled(paused));
    open();

    assertThatThrownBy(() -> paused.integrate(() -> {})).isInstanceOf(Integration.Overtaken.class);

    assertThat(treeSize()).isEqualTo(before + 1);
  }

  @Test
  void rowsThatEndBeforeTheStoredOffsetAreCompletedFromTheTopic() {
    submit(UUID.randomUUID().toString());
    worker.start();
    awaitTreeSize(before + 1);
    worker.stop();
    TreeHead head = transactions.call(ledger::head);
    for (String table : List.of("leaf", "tile", "request_fact", "request_item")) {
      delete(table);
    }

    worker.start();

    awaitTreeSize(before + 1);
    assertThat(transactions.call(ledger::head)).isEqualTo(head);
    assertThat(worker.broken()).isNull();
  }

  private Event submit(String request) {
    return events.publish(
        Topic.INTAKE_REQUESTS,
        request,
        Requests.submitted("SE", "COURT_ORDER", RECEIVED, Requests.asked("a", "IP_ADDRESS")));
  }

  private Sequencer open() {
    Sequencer sequencer = worker.open();
    opened.add(sequencer);
    sequencer.start(worker.committed(), () -> {});
    return sequencer;
  }

  private static ConsumerRecords<String, byte[]> polled(Sequencer sequencer) {
    return await().until(sequencer::poll, records -> !records.isEmpty());
  }

  private List<EventSequenced> entries() {
    return events.on(Topic.TRANSPARENCY_LEDGER).stream()
        .map(event -> (EventSequenced) event.data())
        .toList();
  }

  private List<EventSequenced> entriesOf(String subject) {
    return entries().stream().filter(entry -> entry.getSubject().equals(subject)).toList();
  }

  private void assertLedgerIsContiguous() {
    List<EventSequenced> entries = entries();
    assertThat(entries)
        .map(EventSequenced::getLeafIndex)
        .containsExactlyElementsOf(LongStream.range(0, entries.size()).boxed().toList());
  }

  private void awaitIntegrated() {
    awaitTreeSize(entries().size());
  }

  private void awaitTreeSize(long size) {
    await().until(this::treeSize, found -> found == size);
  }

  private long treeSize() {
    return transactions.call(ledger::treeSize);
  }

  private void delete(String table) {
    transactions.run(
        () ->
            Jdbc.run(
                dataSource,
                connection -> {
                  try (var delete = connection.createStatement()) {
                    delete.execute("DELETE FROM " + table);
                  }
                }));
  }
}
