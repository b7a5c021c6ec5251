package org.writ.eventlog.publish;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka producers as all of Writ uses them: acknowledged by all replicas, and idempotent. */
public final class Producers {

  /**
   * Long enough for a large batch; after it the broker ends a dead producer's transaction, and
   * consumers go on.
   */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

  private static final int MAX_BLOCK_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 9_000;

  /** As much as a topic takes in one message; see {@code Topic.Kept}. */
  static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private Producers() {}

  /**
   * A producer of single messages, each on its way as soon as it is sent. It gives up within the
   * standard lease of a relay, so that hardly anything is sent by one that lost it.
   */
  static KafkaProducer<String, byte[]> idempotent(String bootstrapServers) {
    Map<String, Object> settings = settings(bootstrapServers);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MAX_BLOCK_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    return create(settings);
  }

  /**
   * A producer whose {@code initTransactions} fences every earlier one of the same id.
   *
   * @param transactionalId the name of the one role that this producer plays
   */
  public static KafkaProducer<String, byte[]> transactional(
      String bootstrapServers, String transactionalId) {
    Map<String, Object> settings = settings(bootstrapServers);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    return create(settings);
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    // The standard has no more room than for one of the largest.
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // Most of an event is encrypted and gets no shorter; trying costs the broker time, too.
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    return settings;
  }

  private static KafkaProducer<String, byte[]> create(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
