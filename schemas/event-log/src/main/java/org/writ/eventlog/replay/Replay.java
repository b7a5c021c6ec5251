package org.writ.eventlog.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.Streams;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.consume.Consumers;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * Applies the events of a topic to this process's database, from the first one on, by the fold that
 * the service uses when they are new.
 */
@ApplicationScoped
class Replay {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int CHUNK = 500;

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final Instance<Fold> folds;

  @Inject
  Replay(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      DataSource dataSource,
      Transactions transactions,
      @Any Instance<Fold> folds) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.folds = folds;
  }

  List<Fold> folds() {
    return folds.stream().toList();
  }

  /** How a topic's events change the rows of each room; only the topic of keys has none. */
  private Stream<Fold> foldsOf(Topic topic) {
    return folds.stream().filter(fold -> fold.topic() == topic);
  }

  /**
   * Replays a topic up to these offsets.
   *
   * @param nextOffsets by partition, exclusive
   * @return number of events that were applied
   */
  long topic(Topic topic, Map<Integer, Long> nextOffsets) {
    long applied = 0;
    try (KafkaConsumer<String, byte[]> reader = Consumers.reader(config.kafka())) {
      List<TopicPartition> partitions =
          nextOffsets.keySet().stream()
              .map(partition -> new TopicPartition(names.of(topic), partition))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      while (partitions.stream()
          .anyMatch(at -> reader.position(at) < nextOffsets.getOrDefault(at.partition(), 0L))) {
        var events = new ArrayList<Event>();
        for (var kafkaRecord : reader.poll(POLL)) {
          if (kafkaRecord.offset() < nextOffsets.getOrDefault(kafkaRecord.partition(), 0L)
              && kafkaRecord.value() != null) {
            events.add(codec.decode(kafkaRecord));
          }
        }
        applied += events(topic, events);
      }
    }
    return applied;
  }

  /**
   * Applies events in order, each subject's sequence once; those that stand on the topic twice are
   * recognised.
   */
  long events(Topic topic, List<Event> events) {
    long applied = 0;
    for (int from = 0; from < events.size(); from += CHUNK) {
      List<Event> chunk = events.subList(from, Math.min(events.size(), from + CHUNK));
      applied +=
          transactions.call(
              () -> Jdbc.call(dataSource, connection -> apply(connection, topic, chunk)));
    }
    return applied;
  }

  private long apply(Connection connection, Topic topic, List<Event> events) throws SQLException {
    var versions = new HashMap<String, Long>();
    var news = new ArrayList<Event>();
    for (Event event : events) {
      String subject = event.envelope().subject();
      Long known = versions.get(subject);
      long version = known == null ? Streams.version(connection, topic, subject) : known;
      long sequence = event.envelope().sequence();
      if (sequence > version + 1 && topic.kept() == Topic.Kept.FOR_EVER) {
        throw new IllegalStateException(
            "Gap in %s, subject %s: expected sequence %d, found %d"
                .formatted(topic.topicName(), subject, version + 1, sequence));
      }
      if (sequence > version) {
        news.add(event);
        versions.put(subject, sequence);
      }
    }
    foldsOf(topic).forEach(rows -> rows.applyAll(news));
    Streams.put(connection, topic, versions);
    return news.size();
  }
}
