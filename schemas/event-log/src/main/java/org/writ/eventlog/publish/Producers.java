package org.writ.eventlog.publish;

import static java.util.Map.entry;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka producers as all of Writ uses them: acknowledged by all replicas, idempotent, and fenced by
 * their transactional id.
 */
public final class Producers {

  /**
   * Long enough for a large batch; after it the broker ends a dead producer's transaction, and
   * consumers go on.
   */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

  /** As much as a topic takes in one message; see {@code Topic.Kept}. */
  private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private Producers() {}

  /**
   * A producer whose {@code initTransactions} fences every earlier one of the same id.
   *
   * @param transactionalId the name of the one role that this producer plays
   */
  public static KafkaProducer<String, byte[]> transactional(
      String bootstrapServers, String transactionalId) {
    return new KafkaProducer<>(
        Map.ofEntries(
            entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            entry(ProducerConfig.ACKS_CONFIG, "all"),
            entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId),
            entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS),
            entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES),
            // The standard has no more room than for one of the largest, compressed or not.
            entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_REQUEST_BYTES),
            entry(ProducerConfig.LINGER_MS_CONFIG, 0),
            entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd")),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
