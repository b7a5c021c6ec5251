package org.writ.transparency.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Streams;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.consume.Offsets;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;
import org.writ.transparency.ledger.Checkpoints;
import org.writ.transparency.ledger.Integrating;
import org.writ.transparency.ledger.Ledger;

/**
 * Brings the rows up to the ledger's end, batch by batch: leaves, tiles, facts, the next offset and
 * the signed checkpoint of a batch become visible in one transaction, so that whatever is read
 * together belongs to one checkpoint. Not thread-safe.
 */
final class Integration implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Integration.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOPIC = Topic.TRANSPARENCY_LEDGER.topicName();

  /** Another instance integrated the same entries: this one is not the sequencer any more. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(long offset) {
      super("Another instance integrated the ledger's entries from offset " + offset);
    }
  }

  private final Integrating fold;
  private final Checkpoints checkpoints;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final EventCodec codec;
  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private long stored;
  private long treeSize;

  /**
   * Begins where the rows are.
   *
   * @param consumer for this integration alone; closed with it
   */
  Integration(
      Integrating fold,
      Ledger ledger,
      Checkpoints checkpoints,
      DataSource dataSource,
      Transactions transactions,
      EventCodec codec,
      TopicNames names,
      KafkaConsumer<String, byte[]> consumer) {
    this.fold = fold;
    this.checkpoints = checkpoints;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.codec = codec;
    this.consumer = consumer;
    this.partition = Consumers.partitions(names, Topic.TRANSPARENCY_LEDGER).getFirst();
    this.stored = transactions.call(() -> storedOffset(names));
    this.treeSize = transactions.call(ledger::treeSize);
    consumer.assign(List.of(partition));
    consumer.seek(partition, isBehind() ? 0 : stored);
  }

  private long storedOffset(TopicNames names) {
    return Jdbc.call(
            dataSource, connection -> Offsets.stored(connection, names, List.of(partition)))
        .getOrDefault(partition, 0L);
  }

  /**
   * Rows that were rebuilt to an earlier offset end before the stored one; then the topic is read
   * from its beginning, and what the rows have is passed over.
   */
  private boolean isBehind() {
    boolean behind = transactions.call(checkpoints::isAhead);
    if (behind) {
      LOG.warnf("The rows end before the last checkpoint, reading again, treeSize=%d", treeSize);
    }
    return behind;
  }

  /** Number of leaves that are integrated. */
  long treeSize() {
    return treeSize;
  }

  /**
   * Integrates up to the end of the topic as it is now, and at least to a size.
   *
   * @param expectedSize number of leaves that were sequenced and committed
   * @param afterBatch called after each batch
   */
  void catchUp(long expectedSize, Runnable afterBatch) {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end || treeSize < expectedSize) {
      var records = consumer.poll(POLL).records(partition);
      if (!records.isEmpty()) {
        integrate(records);
        afterBatch.run();
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "Kafka did not give the ledger's entries from leaf %d on in %s"
                .formatted(treeSize, PATIENCE));
      }
    }
  }

  /**
   * Checks, once everything is integrated, that nothing is missing that was published before.
   *
   * @throws org.writ.transparency.ledger.LedgerBroken if the topic holds less than was published
   */
  void requireContinuation() {
    transactions.run(checkpoints::requireContinuation);
  }

  private void integrate(List<ConsumerRecord<String, byte[]>> records) {
    List<Integrating.Sequenced> sequenced =
        records.stream()
            .filter(entry -> EventCodec.envelope(entry).sequence() > treeSize)
            .map(codec::decode)
            .map(fold::fetched)
            .toList();
    if (sequenced.isEmpty()) {
      return;
    }
    long next = records.getLast().offset() + 1;
    long size = treeSize + sequenced.size();
    transactions.run(
        () -> {
          advance(next, size);
          fold.apply(sequenced);
          checkpoints.publish();
        });
    stored = next;
    treeSize = size;
    LOG.debugf("Integrated, leaves=%d treeSize=%d", sequenced.size(), treeSize);
  }

  /** The next offset, and the version of the ledger's own stream, which a rebuild compares. */
  private void advance(long next, long size) {
    Jdbc.run(
        dataSource,
        connection -> {
          if (!Offsets.advance(connection, TOPIC, partition.partition(), stored, next)) {
            throw new Overtaken(stored);
          }
          Streams.put(connection, Topic.TRANSPARENCY_LEDGER, Map.of(Sequencer.SUBJECT, size));
        });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
