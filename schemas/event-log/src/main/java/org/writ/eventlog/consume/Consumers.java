package org.writ.eventlog.consume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.writ.eventlog.TopicNames;
import org.writ.events.Topic;

/**
 * Kafka consumers as all of Writ uses them: they see committed events only and never commit offsets
 * to Kafka by themselves.
 */
public final class Consumers {

  private static final int MAX_RECORDS = 500;
  private static final int UNHURRIED_BYTES = 1 << 20;
  private static final int UNHURRIED_MILLIS = 1_000;

  private Consumers() {}

  /** A consumer that is told by its caller which partitions to read and from where. */
  public static KafkaConsumer<String, byte[]> reader(String bootstrapServers) {
    return create(settings(bootstrapServers));
  }

  /** The same for who may be told a second later, and so is told of many at once. */
  public static KafkaConsumer<String, byte[]> unhurriedReader(String bootstrapServers) {
    Map<String, Object> settings = settings(bootstrapServers);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, UNHURRIED_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, UNHURRIED_MILLIS);
    return create(settings);
  }

  /** A consumer that shares the partitions with the other members of its group. */
  static KafkaConsumer<String, byte[]> member(String bootstrapServers, String group) {
    Map<String, Object> settings = settings(bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    return create(settings);
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  private static KafkaConsumer<String, byte[]> create(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** All partitions of a topic, on this installation's broker. */
  public static List<TopicPartition> partitions(TopicNames names, Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(names.of(topic), partition))
        .toList();
  }
}
