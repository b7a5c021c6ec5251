package org.writ.transparency.log;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Ids;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.publish.Outbox;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;
import org.writ.events.transparency.Digest;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.ledger.Leaf;
import org.writ.transparency.ledger.Ledger;

/**
 * One holder's turn as the sequencer, in steps that each may be the last one before a crash: {@link
 * #poll} what is new, {@link #sequence} it in one Kafka transaction together with the offsets up to
 * which it was consumed, {@link #integrate} it. The next holder begins at the committed offsets and
 * integrates first what was sequenced. Not thread-safe.
 */
final class Sequencer implements AutoCloseable {

  /** Subject of the ledger's own stream, and the name of its one aggregate. */
  static final String SUBJECT = "ledger";

  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final String SERVICE = "transparency";

  /** An entry, and the id of the event that it gives a place. */
  private record Placed(EventSequenced entry, UUID event) {}

  private final Producer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> sources;
  private final Integration integration;
  private final ConsumerGroupMetadata group;
  private final Ledger ledger;
  private final Transactions transactions;
  private final EventCodec codec;
  private final TopicNames names;
  private final Ids ids;
  private final Clock clock;
  private long nextLeaf;

  /**
   * Begins a turn: fences every earlier holder at the broker, and ends its open transaction, before
   * it reads where that one stopped.
   *
   * @param producer with the sequencer's transactional id; closed with this sequencer
   * @param sources assigned and positioned by {@link #start}; closed with this sequencer
   * @param group name that the consumed offsets are kept under
   */
  Sequencer(
      Producer<String, byte[]> producer,
      KafkaConsumer<String, byte[]> sources,
      Integration integration,
      String group,
      Ledger ledger,
      Transactions transactions,
      EventCodec codec,
      TopicNames names,
      Ids ids,
      Clock clock) {
    this.producer = producer;
    this.sources = sources;
    this.integration = integration;
    this.group = new ConsumerGroupMetadata(group);
    this.ledger = ledger;
    this.transactions = transactions;
    this.codec = codec;
    this.names = names;
    this.ids = ids;
    this.clock = clock;
    producer.initTransactions();
  }

  /**
   * Integrates what earlier holders sequenced and goes to where they stopped.
   *
   * @param committed the next offsets; a partition that is absent is read from its beginning, and
   *     what is in the ledger already is recognised
   * @param afterBatch called after each batch
   */
  void start(Map<TopicPartition, Long> committed, Runnable afterBatch) {
    integration.catchUp(0, afterBatch);
    integration.requireContinuation();
    nextLeaf = integration.treeSize();
    List<TopicPartition> partitions = Sources.partitions(names);
    sources.assign(partitions);
    partitions.forEach(at -> sources.seek(at, committed.getOrDefault(at, 0L)));
  }

  /** New events, for a moment at most. */
  ConsumerRecords<String, byte[]> poll() {
    return sources.poll(POLL);
  }

  /**
   * Gives each event its place, all of them or none; skips those that a relay repeated.
   *
   * @throws KafkaException if nothing was sequenced; a {@code ProducerFencedException} if a later
   *     sequencer is at work
   */
  void sequence(ConsumerRecords<String, byte[]> records) {
    List<Placed> placed = placed(records);
    producer.beginTransaction();
    try {
      // Sent one after the other on one partition, by an idempotent producer: in this order.
      for (Placed one : placed) {
        producer.send(
            codec.toRecord(
                Topic.TRANSPARENCY_LEDGER,
                envelope(one),
                codec.encode(Topic.TRANSPARENCY_LEDGER, one.entry())));
      }
      producer.sendOffsetsToTransaction(nextOffsets(records), group);
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
      throw fenced;
    } catch (KafkaException failure) {
      producer.abortTransaction();
      throw failure;
    }
    nextLeaf += placed.size();
    LOG.debugf("Sequenced, events=%d leaves=%d", placed.size(), nextLeaf);
  }

  /** Integrates everything that was sequenced; see {@link Integration#catchUp}. */
  void integrate(Runnable afterBatch) {
    integration.catchUp(nextLeaf, afterBatch);
  }

  private List<Placed> placed(ConsumerRecords<String, byte[]> records) {
    List<ConsumerRecord<String, byte[]>> ordered = byTime(records);
    Map<Leaf.Stream, Long> last = new HashMap<>(lastSequences(ordered));
    var placed = new ArrayList<Placed>();
    for (var event : ordered) {
      Envelope envelope = EventCodec.envelope(event);
      long sequence = envelope.sequence();
      Leaf.Stream stream = stream(event);
      long before = last.getOrDefault(stream, 0L);
      if (sequence <= before) {
        continue;
      }
      if (sequence != before + 1) {
        // The ledger says what happened; that something is missing is for fsck and people to find.
        LOG.errorf(
            "Gap in a stream, topic=%s partition=%d offset=%d expected=%d found=%d",
            event.topic(), event.partition(), event.offset(), before + 1, sequence);
      }
      last.put(stream, sequence);
      placed.add(
          new Placed(entry(event, stream, sequence, nextLeaf + placed.size()), envelope.id()));
    }
    return placed;
  }

  private Map<Leaf.Stream, Long> lastSequences(List<ConsumerRecord<String, byte[]>> records) {
    var streams = records.stream().map(this::stream).collect(Collectors.toSet());
    return transactions.call(() -> ledger.lastSequences(streams));
  }

  private Leaf.Stream stream(ConsumerRecord<String, byte[]> event) {
    return new Leaf.Stream(
        names.parse(event.topic()).topicName(), EventCodec.envelope(event).subject());
  }

  private EventSequenced entry(
      ConsumerRecord<String, byte[]> event, Leaf.Stream stream, long sequence, long leafIndex) {
    return EventSequenced.newBuilder()
        .setLeafIndex(leafIndex)
        .setTopic(stream.topic())
        .setPartition(event.partition())
        .setOffset(event.offset())
        .setSubject(stream.subject())
        .setSequence(sequence)
        .setDigest(new Digest(codec.digest(event).bytes()))
        .build();
  }

  private Envelope envelope(Placed placed) {
    EventSequenced entry = placed.entry();
    return new Envelope(
        ids.next(),
        Outbox.source(SERVICE),
        entry.getSchema().getFullName(),
        SUBJECT,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        entry.getLeafIndex() + 1,
        placed.event(),
        Actor.service(SERVICE));
  }

  /**
   * The records by the time at which they were sent, without changing the order within a partition:
   * so a cause mostly comes before its effect, although they are on different topics.
   */
  private static List<ConsumerRecord<String, byte[]>> byTime(
      ConsumerRecords<String, byte[]> records) {
    Queue<Queue<ConsumerRecord<String, byte[]>>> heads =
        new PriorityQueue<>(
            Comparator.comparingLong(
                (Queue<ConsumerRecord<String, byte[]>> queue) -> queue.element().timestamp()));
    records.partitions().forEach(at -> heads.add(new ArrayDeque<>(records.records(at))));
    var ordered = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
    while (!heads.isEmpty()) {
      var earliest = heads.remove();
      ordered.add(earliest.remove());
      if (!earliest.isEmpty()) {
        heads.add(earliest);
      }
    }
    return ordered;
  }

  private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(
      ConsumerRecords<String, byte[]> records) {
    return records.partitions().stream()
        .collect(
            Collectors.toMap(
                at -> at, at -> new OffsetAndMetadata(records.records(at).getLast().offset() + 1)));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    sources.close();
    integration.close();
  }
}
