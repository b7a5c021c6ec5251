package org.writ.eventlog.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Leases;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.wire.EventCodec;

/**
 * One holder's turn as the relay, in three steps that each may be the last one before a crash:
 * {@link #read} what waits, {@link #send} it, {@link #delete} what was sent, or {@link
 * #deleteSoon}. After a crash between the last two the next relay sends the same events again;
 * consumers recognise them by their sequence. Not thread-safe.
 */
final class Relay implements AutoCloseable {

  static final String LEASE = "relay";

  /** Of one batch, unless a single event is larger; it is in memory as a whole. */
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  /** Batches that may wait to be deleted, before the relay does. */
  private static final int BATCHES_TO_DELETE = 4;

  /** The lease was taken by another instance: this relay must not do anything any more. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
      super("The relay's lease was taken by another instance");
    }
  }

  /**
   * Events that Kafka acknowledged.
   *
   * @param ids of their rows
   * @param nextOffsets the next offsets behind them
   */
  record Sent(List<Long> ids, Map<TopicPartition, Long> nextOffsets) {

    /** All of it in one. */
    static Sent of(List<Sent> parts) {
      var next = new HashMap<TopicPartition, Long>();
      parts.forEach(
          part -> part.nextOffsets().forEach((at, end) -> next.merge(at, end, Math::max)));
      return new Sent(parts.stream().flatMap(part -> part.ids().stream()).toList(), next);
    }
  }

  private final long epoch;
  private final String service;
  private final int batch;
  private final Producer<String, byte[]> producer;
  private final Outbox outbox;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final EventCodec codec;
  private final TopicNames names;
  private final Sweep sweep;

  /**
   * Begins a turn.
   *
   * @param producer closed with this relay
   */
  Relay(
      long epoch,
      String service,
      int batch,
      Producer<String, byte[]> producer,
      Outbox outbox,
      DataSource dataSource,
      Transactions transactions,
      EventCodec codec,
      TopicNames names) {
    this.epoch = epoch;
    this.service = service;
    this.batch = batch;
    this.producer = producer;
    this.outbox = outbox;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.codec = codec;
    this.names = names;
    this.sweep = new Sweep(this::delete, BATCHES_TO_DELETE * batch);
  }

  long epoch() {
    return epoch;
  }

  /**
   * The oldest events that wait, without those that were sent and are being deleted. It is one
   * query, and needs no transaction around it.
   *
   * @throws RuntimeException if what was sent before cannot be deleted; {@link LeaseLost} if
   *     another instance took over
   */
  List<Outbox.Row> read() {
    sweep.check();
    var sent = sweep.unswept();
    return Jdbc.call(
        dataSource, connection -> outbox.oldest(connection, service, batch, MAX_BYTES, sent));
  }

  /**
   * Sends events and waits until Kafka has acknowledged all of them; of each subject the next one
   * once the one before is acknowledged, on whichever topic. So no event of a subject stands on its
   * topic while an earlier one may be missing, and a case's key is there before its first event.
   *
   * @throws KafkaException if some were not acknowledged; those that were are deleted
   */
  Sent send(List<Outbox.Row> rows) {
    var sent = new Sent(new ArrayList<>(), new HashMap<>());
    try {
      for (List<Outbox.Row> wave : waves(rows)) {
        send(wave, sent);
      }
    } catch (KafkaException refused) {
      if (!sent.ids().isEmpty()) {
        delete(sent);
      }
      throw refused;
    }
    return sent;
  }

  /** Parts of which each has at most one event of a subject, and those of a subject in order. */
  static List<List<Outbox.Row>> waves(List<Outbox.Row> rows) {
    var waves = new ArrayList<List<Outbox.Row>>();
    var count = new HashMap<String, Integer>();
    for (Outbox.Row row : rows) {
      int wave = count.merge(row.envelope().subject(), 1, Integer::sum);
      if (wave > waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave - 1).add(row);
    }
    return waves;
  }

  /** Waits for all of it, also if some is refused, and notes what is acknowledged. */
  private void send(List<Outbox.Row> wave, Sent sent) {
    var records =
        wave.stream()
            .map(row -> codec.toRecord(row.topic(), row.envelope(), row.payload()))
            .toList();
    List<Future<RecordMetadata>> acknowledgements = records.stream().map(producer::send).toList();
    KafkaException refused = null;
    for (int i = 0; i < wave.size(); i++) {
      try {
        RecordMetadata at = metadata(acknowledgements.get(i));
        sent.nextOffsets()
            .merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
        sent.ids().add(wave.get(i).id());
      } catch (KafkaException failure) {
        refused = failure;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  private static RecordMetadata metadata(Future<RecordMetadata> acknowledgement) {
    try {
      return acknowledgement.get();
    } catch (ExecutionException failure) {
      throw new KafkaException("Kafka did not acknowledge an event", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted", interrupted);
    }
  }

  /**
   * Deletes what was sent.
   *
   * @throws LeaseLost if another instance took over; nothing was deleted
   */
  void delete(Sent sent) {
    transactions.run(() -> Jdbc.run(dataSource, connection -> delete(connection, sent)));
  }

  /** Deletes it while what is next is sent; {@link #read} tells if that failed. */
  void deleteSoon(Sent sent) throws InterruptedException {
    sweep.add(sent);
  }

  private void delete(Connection connection, Sent sent) throws SQLException {
    if (!Leases.isHeld(connection, LEASE, epoch)) {
      throw new LeaseLost();
    }
    outbox.sent(connection, sent.ids(), sent.nextOffsets(), names);
  }

  @Override
  public void close() {
    sweep.close();
    producer.close(java.time.Duration.ofSeconds(5));
  }
}
