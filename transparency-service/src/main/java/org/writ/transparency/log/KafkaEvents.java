package org.writ.transparency.log;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.Event;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.ledger.LedgerBroken;
import org.writ.transparency.ledger.SequencedEvents;

/**
 * Reads sequenced events from their topics. The entries of a partition come in the order of its
 * offsets, so that one consumer reads each partition once from front to back; what it read ahead is
 * kept, up to a limit. Other orders work too, slowly.
 */
@ApplicationScoped
class KafkaEvents implements SequencedEvents {

  /** Records kept per partition; one poll may exceed it once. */
  private static final int READ_AHEAD = 500;

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> ahead = new HashMap<>();
  private final AtomicReference<KafkaConsumer<String, byte[]>> consumer = new AtomicReference<>();

  KafkaEvents(LogConfig config, TopicNames names, EventCodec codec) {
    this.config = config;
    this.names = names;
    this.codec = codec;
  }

  @Override
  public synchronized Event at(EventSequenced entry) {
    Topic topic = Topic.named(entry.getTopic());
    var partition = new TopicPartition(names.of(topic), entry.getPartition());
    ConsumerRecord<String, byte[]> found = read(partition, entry.getOffset());
    if (!Arrays.equals(codec.digest(found).bytes(), entry.getDigest().bytes())) {
      throw new LedgerBroken(
          "Leaf %d names another event than %s offset %d holds"
              .formatted(entry.getLeafIndex(), partition, entry.getOffset()));
    }
    return codec.decode(found);
  }

  private ConsumerRecord<String, byte[]> read(TopicPartition partition, long offset) {
    KafkaConsumer<String, byte[]> open = open();
    Deque<ConsumerRecord<String, byte[]>> records = positioned(open, partition, offset);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (records.isEmpty()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "Kafka did not give %s offset %d in %s".formatted(partition, offset, PATIENCE));
      }
      poll(open);
    }
    ConsumerRecord<String, byte[]> first = records.removeFirst();
    if (first.offset() != offset) {
      throw new LedgerBroken(
          "Expected an event at %s offset %d, the next one is at %d"
              .formatted(partition, offset, first.offset()));
    }
    return first;
  }

  /**
   * The records ahead in a partition, of which the first is the one at the offset if it is there.
   */
  private Deque<ConsumerRecord<String, byte[]>> positioned(
      KafkaConsumer<String, byte[]> open, TopicPartition partition, long offset) {
    Deque<ConsumerRecord<String, byte[]>> records = ahead.get(partition);
    if (records == null) {
      records = new ArrayDeque<>();
      ahead.put(partition, records);
      open.assign(Set.copyOf(ahead.keySet()));
      open.seek(partition, offset);
      return records;
    }
    while (!records.isEmpty() && records.getFirst().offset() < offset) {
      records.removeFirst();
    }
    if (!records.isEmpty() && records.getFirst().offset() > offset) {
      records.clear();
    }
    if (records.isEmpty() && open.position(partition) != offset) {
      open.seek(partition, offset);
    }
    return records;
  }

  private void poll(KafkaConsumer<String, byte[]> open) {
    ahead.forEach(
        (partition, records) -> {
          if (records.size() < READ_AHEAD) {
            open.resume(Set.of(partition));
          } else {
            open.pause(Set.of(partition));
          }
        });
    var polled = open.poll(POLL);
    for (TopicPartition partition : polled.partitions()) {
      Deque<ConsumerRecord<String, byte[]>> records = ahead.get(partition);
      if (records != null) {
        records.addAll(polled.records(partition));
      }
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    return consumer.updateAndGet(open -> open == null ? Consumers.reader(config.kafka()) : open);
  }

  /** Lets go of the connection; it is opened again when it is needed. */
  @PreDestroy
  synchronized void close() {
    KafkaConsumer<String, byte[]> open = consumer.getAndSet(null);
    ahead.clear();
    if (open != null) {
      open.close();
    }
  }
}
