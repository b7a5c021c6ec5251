package org.writ.ops.log;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.writ.eventlog.Event;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;
import org.writ.local.Settings;
import org.writ.ops.OpsException;

/** Reads topics from where they begin to where they end at the moment. Thread-safe. */
public final class LogReader {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** How far the clocks of the brokers and the services may be apart. */
  private static final Duration SKEW = Duration.ofDays(1);

  private static final TopicNames NAMES = new TopicNames("");

  private final String bootstrapServers;
  private final EventCodec codec;

  /** The topics of a stack. */
  public LogReader(Settings settings) {
    this.bootstrapServers = settings.kafka();
    this.codec = new EventCodec(URI.create(settings.registry()), NAMES);
  }

  /**
   * Everything about one subject.
   *
   * @param subject only the partition that its key belongs to is read
   * @throws OpsException if Kafka is not reached
   */
  public List<Logged> about(Topic topic, String subject) {
    byte[] key = subject.getBytes(StandardCharsets.UTF_8);
    int partition = Utils.toPositive(Utils.murmur2(key)) % topic.partitions();
    return read(topic, List.of(partition), since(subject), subject::equals).stream()
        .map(each -> logged(topic, each))
        .toList();
  }

  /**
   * All of a topic, partition by partition.
   *
   * @throws OpsException if Kafka is not reached
   */
  public List<Logged> all(Topic topic) {
    return everything(topic).stream().map(each -> logged(topic, each)).toList();
  }

  /**
   * All events of a topic with their records, partition by partition; no tombstones.
   *
   * @throws OpsException if Kafka is not reached
   */
  public List<Event> events(Topic topic) {
    return everything(topic).stream()
        .filter(each -> each.value() != null)
        .map(codec::decode)
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> everything(Topic topic) {
    List<Integer> all = IntStream.range(0, topic.partitions()).boxed().toList();
    return read(topic, all, Instant.EPOCH, key -> true);
  }

  private Logged logged(Topic topic, ConsumerRecord<String, byte[]> found) {
    boolean tombstone = found.value() == null;
    boolean enveloped = found.headers().lastHeader("ce_id") != null;
    return new Logged(
        topic,
        found.partition(),
        found.offset(),
        found.key(),
        enveloped ? EventCodec.envelope(found) : null,
        tombstone ? null : codec.digest(found));
  }

  /** Ids are version 7 UUIDs: nothing about a subject is older than its id. */
  private static Instant since(String subject) {
    try {
      UUID id = UUID.fromString(subject);
      return id.version() == 7
          ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).minus(SKEW)
          : Instant.EPOCH;
    } catch (IllegalArgumentException e) {
      return Instant.EPOCH;
    }
  }

  private List<ConsumerRecord<String, byte[]>> read(
      Topic topic, Collection<Integer> numbers, Instant since, Predicate<String> wanted) {
    List<TopicPartition> partitions =
        numbers.stream().map(number -> new TopicPartition(NAMES.of(topic), number)).toList();
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = Consumers.reader(bootstrapServers)) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(consumer, partitions, ends, since);
      long deadline = System.nanoTime() + SILENCE.toNanos();
      while (partitions.stream().anyMatch(each -> consumer.position(each) < end(ends, each))) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
          deadline = System.nanoTime() + SILENCE.toNanos();
          long end = end(ends, new TopicPartition(each.topic(), each.partition()));
          if (each.offset() < end && each.key() != null && wanted.test(each.key())) {
            found.add(each);
          }
        }
        if (System.nanoTime() > deadline) {
          throw new OpsException(
              "Kafka at " + bootstrapServers + " does not go on sending " + topic.topicName());
        }
      }
      return found;
    } catch (KafkaException e) {
      throw new OpsException(
          "Topic %s cannot be read from %s (%s). Is the stack up? deploy/up starts it."
              .formatted(topic.topicName(), bootstrapServers, e.getMessage()),
          e);
    }
  }

  private static void seek(
      KafkaConsumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(each -> times.put(each, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> starts =
        since.equals(Instant.EPOCH) ? Map.of() : consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp start = starts.get(partition);
      if (since.equals(Instant.EPOCH)) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        // Without a record that is new enough there is nothing to read.
        consumer.seek(partition, start == null ? end(ends, partition) : start.offset());
      }
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }
}
