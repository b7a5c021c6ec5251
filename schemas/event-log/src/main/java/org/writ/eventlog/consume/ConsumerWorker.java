package org.writ.eventlog.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Inputs;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.wire.EventCodec;
import org.writ.eventlog.wire.UndecodableEvent;

/** Consumes a service's input topics, together with the service's other instances. */
@ApplicationScoped
public class ConsumerWorker {

  private static final Logger LOG = Logger.getLogger(ConsumerWorker.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final ParkedEvents parked;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final Instance<Inputs> inputs;
  private final Worker worker = new Worker("consumer", this::turn, this::close);
  private final Map<TopicPartition, PartitionConsumer> partitions = new HashMap<>();
  private final Map<TopicPartition, String> stopped = new ConcurrentHashMap<>();
  private @Nullable KafkaConsumer<String, byte[]> consumer;

  /** With the parts that it puts together. */
  @Inject
  public ConsumerWorker(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      ParkedEvents parked,
      DataSource dataSource,
      Transactions transactions,
      Instance<Inputs> inputs) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.parked = parked;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.inputs = inputs;
  }

  /** Starts to consume, if the service has inputs. */
  public void start() {
    if (inputs.isResolvable()) {
      worker.start();
    }
  }

  /** Stops after the batch at hand. */
  public void stop() {
    worker.stop();
  }

  /** Whether it runs, or has nothing to do. */
  public boolean isAlive() {
    return worker.isAlive() || !inputs.isResolvable();
  }

  /**
   * Partitions that stand still because of bytes that cannot be decoded, with the place and the
   * reason.
   */
  public Map<TopicPartition, String> stopped() {
    return Map.copyOf(stopped);
  }

  /** What kept the last turn from succeeding; null if nothing did. */
  public @Nullable Throwable lastFailure() {
    return worker.lastFailure();
  }

  private void turn() {
    KafkaConsumer<String, byte[]> current = consumer;
    if (current == null) {
      current = Consumers.member(config.kafka(), names.scoped(config.service()));
      consumer = current;
      current.subscribe(
          inputs.get().topics().stream().map(names::of).toList(), new Assignment(current));
    }
    var records = current.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      handle(current, partition, records.records(partition));
    }
  }

  private void handle(
      KafkaConsumer<String, byte[]> current,
      TopicPartition at,
      List<ConsumerRecord<String, byte[]>> records) {
    PartitionConsumer partition = partitions.get(at);
    if (partition == null) {
      return; // taken away during this poll
    }
    var events = new ArrayList<Batch.Positioned>(records.size());
    UndecodableEvent undecodable = null;
    for (var kafkaRecord : records) {
      try {
        events.add(new Batch.Positioned(kafkaRecord.offset(), codec.decode(kafkaRecord)));
      } catch (UndecodableEvent failure) {
        undecodable = failure;
        break;
      }
    }
    if (!events.isEmpty()) {
      partition.handle(events);
    }
    if (undecodable != null) {
      halt(current, at, partition.next(), undecodable);
    }
  }

  private void halt(
      KafkaConsumer<String, byte[]> current,
      TopicPartition at,
      long offset,
      UndecodableEvent failure) {
    current.pause(Set.of(at));
    stopped.put(at, "offset " + offset + ": " + failure.getMessage());
    LOG.errorf(
        failure,
        "Partition stopped at an event that cannot be decoded, topic=%s partition=%d offset=%d",
        at.topic(),
        at.partition(),
        offset);
  }

  private void close() {
    KafkaConsumer<String, byte[]> current = consumer;
    consumer = null;
    partitions.clear();
    stopped.clear();
    if (current != null) {
      current.close();
    }
  }

  /** On assignment, consuming begins at the offset that the database has. */
  private final class Assignment implements ConsumerRebalanceListener {

    private final KafkaConsumer<String, byte[]> current;

    Assignment(KafkaConsumer<String, byte[]> current) {
      this.current = current;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      Map<TopicPartition, Long> stored =
          transactions.call(
              () ->
                  Jdbc.call(dataSource, connection -> Offsets.stored(connection, names, assigned)));
      stored.forEach(
          (at, next) -> {
            partitions.put(
                at,
                new PartitionConsumer(
                    names.parse(at.topic()),
                    at.partition(),
                    next,
                    inputs.get(),
                    parked,
                    dataSource,
                    transactions));
            current.seek(at, next);
          });
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      revoked.forEach(partitions::remove);
      revoked.forEach(stopped::remove);
    }
  }
}
