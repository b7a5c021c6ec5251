package org.writ.eventlog.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * Events that could not be handled, with the later ones of their subjects. Only their place on
 * Kafka is kept, not their bytes: a retry reads them again.
 */
@ApplicationScoped
public class ParkedEvents {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
  private static final int REASON_LENGTH = 1000;

  /**
   * A parked event, without its content.
   *
   * @param reason why it was parked, without personal data
   */
  public record ParkedEvent(
      String topic,
      int partition,
      long offset,
      String subject,
      String eventId,
      String type,
      String reason,
      Instant parkedAt) {}

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final Clock clock;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final Instance<Inputs> inputs;

  /** With the parts that it puts together. */
  @Inject
  public ParkedEvents(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      Clock clock,
      DataSource dataSource,
      Transactions transactions,
      Instance<Inputs> inputs) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.clock = clock;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.inputs = inputs;
  }

  /** Parks an event, in the caller's transaction. */
  void add(Connection connection, Topic topic, int partition, Batch.Parked parked)
      throws SQLException {
    Envelope envelope = parked.at().event().envelope();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO parked (topic, partition_id, record_offset, subject, event_id, type, reason, parked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, topic.topicName());
      insert.setInt(2, partition);
      insert.setLong(3, parked.at().offset());
      insert.setString(4, envelope.subject());
      insert.setString(5, envelope.id().toString());
      insert.setString(6, envelope.type());
      insert.setString(
          7, parked.reason().substring(0, Math.min(REASON_LENGTH, parked.reason().length())));
      insert.setTimestamp(8, Timestamp.from(clock.instant()));
      insert.executeUpdate();
    }
  }

  /** All events that wait, oldest first. */
  public List<ParkedEvent> list() {
    return transactions.call(
        () ->
            Jdbc.call(
                dataSource,
                connection -> {
                  try (PreparedStatement select =
                          connection.prepareStatement(
                              "SELECT topic, partition_id, record_offset, subject, event_id, type, reason, parked_at"
                                  + " FROM parked WHERE dropped_at IS NULL ORDER BY parked_at, topic, partition_id, record_offset");
                      ResultSet rows = select.executeQuery()) {
                    return events(rows);
                  }
                }));
  }

  private static List<ParkedEvent> events(ResultSet rows) throws SQLException {
    var events = new ArrayList<ParkedEvent>();
    while (rows.next()) {
      events.add(
          new ParkedEvent(
              rows.getString(1),
              rows.getInt(2),
              rows.getLong(3),
              rows.getString(4),
              rows.getString(5),
              rows.getString(6),
              rows.getString(7),
              rows.getTimestamp(8).toInstant()));
    }
    return events;
  }

  private List<ParkedEvent> of(Topic topic, String subject) {
    return list().stream()
        .filter(event -> event.topic().equals(topic.topicName()) && event.subject().equals(subject))
        .sorted(java.util.Comparator.comparingLong(ParkedEvent::offset))
        .toList();
  }

  /**
   * Handles a subject's parked events again, in order, each in a transaction of its own.
   *
   * @return how many were handled
   * @throws RuntimeException what the first one that still cannot be handled threw; it and the
   *     later ones stay parked
   */
  public int retry(Topic topic, String subject) {
    int handled = 0;
    for (var waiting = of(topic, subject); !waiting.isEmpty(); waiting = of(topic, subject)) {
      ParkedEvent first = waiting.getFirst();
      Event event = read(topic, first);
      transactions.run(() -> Jdbc.run(dataSource, connection -> handle(connection, first, event)));
      handled++;
    }
    return handled;
  }

  private void handle(Connection connection, ParkedEvent parked, Event event) throws SQLException {
    if (delete(connection, parked) == 0) {
      return; // somebody else retried or dropped it in the meantime
    }
    String subject = event.envelope().subject();
    long last =
        ConsumedSequences.find(connection, parked.topic(), List.of(subject))
            .applied()
            .getOrDefault(subject, 0L);
    Batch batch =
        Batch.of(
            List.of(new Batch.Positioned(parked.offset(), event)),
            Map.of(subject, last),
            java.util.Set.of());
    if (!batch.park().isEmpty()) {
      throw new IllegalStateException(batch.park().getFirst().reason());
    }
    if (!batch.apply().isEmpty()) {
      inputs.get().on(event);
      ConsumedSequences.put(connection, parked.topic(), batch.sequences());
    }
  }

  private static int delete(Connection connection, ParkedEvent parked) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM parked WHERE topic = ? AND partition_id = ? AND record_offset = ? AND dropped_at IS NULL")) {
      delete.setString(1, parked.topic());
      delete.setInt(2, parked.partition());
      delete.setLong(3, parked.offset());
      return delete.executeUpdate();
    }
  }

  /**
   * Gives up a subject's oldest parked event: it will never be handled. Who did it and when stays
   * in the table. Later events of the subject stay parked until they are retried.
   *
   * @return false if the subject has no parked event
   */
  public boolean drop(Topic topic, String subject, Actor actor) {
    var waiting = of(topic, subject);
    if (waiting.isEmpty()) {
      return false;
    }
    ParkedEvent first = waiting.getFirst();
    Event event = read(topic, first);
    return transactions.call(
        () -> Jdbc.call(dataSource, connection -> drop(connection, first, event, actor)));
  }

  private boolean drop(Connection connection, ParkedEvent parked, Event event, Actor actor)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE parked SET dropped_by = ?, dropped_at = ?"
                + " WHERE topic = ? AND partition_id = ? AND record_offset = ? AND dropped_at IS NULL")) {
      update.setString(1, actor.toString());
      update.setTimestamp(2, Timestamp.from(clock.instant()));
      update.setString(3, parked.topic());
      update.setInt(4, parked.partition());
      update.setLong(5, parked.offset());
      if (update.executeUpdate() == 0) {
        return false;
      }
    }
    long sequence = event.envelope().sequence();
    if (sequence > 0) {
      ConsumedSequences.put(connection, parked.topic(), Map.of(parked.subject(), sequence));
    }
    return true;
  }

  private Event read(Topic topic, ParkedEvent parked) {
    try (KafkaConsumer<String, byte[]> reader = Consumers.reader(config.kafka())) {
      var partition = new TopicPartition(names.of(topic), parked.partition());
      reader.assign(List.of(partition));
      reader.seek(partition, parked.offset());
      for (var kafkaRecord : reader.poll(READ_TIMEOUT).records(partition)) {
        if (kafkaRecord.offset() == parked.offset()) {
          return codec.decode(kafkaRecord);
        }
        break;
      }
    }
    throw new IllegalStateException(
        "The parked event is no longer at %s-%d offset %d"
            .formatted(parked.topic(), parked.partition(), parked.offset()));
  }
}
