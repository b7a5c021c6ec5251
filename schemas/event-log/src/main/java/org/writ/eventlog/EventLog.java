package org.writ.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.publish.Outbox;
import org.writ.eventlog.publish.RelayWorker;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.wire.EventCodec;
import org.writ.events.Topic;

/**
 * The one path for change: events that were decided are applied to the rows and put into the outbox
 * in the caller's transaction, so that both happen or neither does. The relay is woken when the
 * transaction has committed.
 */
@ApplicationScoped
public class EventLog {

  private final LogConfig config;
  private final DataSource dataSource;
  private final Clock clock;
  private final Ids ids;
  private final EventCodec codec;
  private final CaseKeys keys;
  private final Outbox outbox;
  private final RelayWorker relay;
  private final Instance<Fold> folds;
  private final Instance<AppendListener> listeners;

  /** With the parts that it puts together. */
  @Inject
  public EventLog(
      LogConfig config,
      DataSource dataSource,
      Clock clock,
      Ids ids,
      EventCodec codec,
      CaseKeys keys,
      Outbox outbox,
      RelayWorker relay,
      @Any Instance<Fold> folds,
      @Any Instance<AppendListener> listeners) {
    this.config = config;
    this.dataSource = dataSource;
    this.clock = clock;
    this.ids = ids;
    this.codec = codec;
    this.keys = keys;
    this.outbox = outbox;
    this.relay = relay;
    this.folds = folds;
    this.listeners = listeners;
  }

  /**
   * Appends events to a subject's stream, in the caller's transaction.
   *
   * @param topic a topic of this service
   * @param subject the aggregate's id
   * @param expectedVersion the version that the events were decided on; 0 if the aggregate is new
   * @param actor who caused them
   * @param cause id of the input that they answer; null if there is none
   * @param events in order; at least one
   * @return the events as they will stand on the topic
   * @throws ConcurrentChange if the stream is no longer at that version; nothing was appended, and
   *     the transaction must not commit
   * @throws IllegalStateException if a part about persons cannot be sealed because the case has no
   *     key
   */
  public List<Event> append(
      Topic topic,
      String subject,
      long expectedVersion,
      Actor actor,
      @Nullable UUID cause,
      List<NewEvent> events) {
    if (!topic.owner().equals(config.service()) || events.isEmpty()) {
      throw new IllegalArgumentException(
          "%s may append at least one event to its own topics, not %d to %s"
              .formatted(config.service(), events.size(), topic.topicName()));
    }
    return Jdbc.call(
        dataSource,
        connection -> {
          advance(connection, topic, subject, expectedVersion, events.size());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          var appended = new ArrayList<Event>(events.size());
          long sequence = expectedVersion;
          for (NewEvent event : events) {
            appended.add(
                append(
                    connection,
                    topic,
                    event,
                    envelope(event, subject, now, ++sequence, cause, actor)));
          }
          relay.wakeAfterCommit();
          tell(topic, appended);
          return List.copyOf(appended);
        });
  }

  private Envelope envelope(
      NewEvent event,
      String subject,
      Instant now,
      long sequence,
      @Nullable UUID cause,
      Actor actor) {
    return new Envelope(
        ids.next(),
        Outbox.source(config.service()),
        event.data().getSchema().getFullName(),
        subject,
        now,
        sequence,
        cause,
        actor);
  }

  private Event append(Connection connection, Topic topic, NewEvent decided, Envelope envelope)
      throws SQLException {
    if (!topic.recordTypes().contains(decided.data().getClass())) {
      throw new IllegalArgumentException(envelope.type() + " is no event of " + topic.topicName());
    }
    SpecificRecord personal = decided.personal();
    SpecificRecord data =
        personal == null ? decided.data() : keys.seal(decided.data(), personal, envelope);
    byte[] payload = codec.encode(topic, data);
    var event = new Event(topic, envelope, data, codec.digest(envelope, payload));
    for (Fold fold : folds) {
      if (fold.topic() == topic) {
        fold.apply(event);
      }
    }
    outbox.add(connection, topic, envelope, payload);
    return event;
  }

  private void tell(Topic topic, List<Event> appended) {
    for (AppendListener listener : listeners) {
      if (listener.topic() == topic) {
        appended.forEach(listener::appended);
      }
    }
  }

  /**
   * Version of an aggregate, as the current transaction sees it.
   *
   * @return the sequence of its newest event; 0 if it has none
   */
  public long version(Topic topic, String subject) {
    return Jdbc.call(dataSource, connection -> Streams.version(connection, topic, subject));
  }

  private static void advance(
      Connection connection, Topic topic, String subject, long expected, int events)
      throws SQLException {
    String sql =
        expected == 0
            ? "INSERT INTO stream (version, topic, subject) VALUES (?, ?, ?)"
            : "UPDATE stream SET version = ? WHERE topic = ? AND subject = ? AND version = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, expected + events);
      statement.setString(2, topic.topicName());
      statement.setString(3, subject);
      if (expected != 0) {
        statement.setLong(4, expected);
      }
      if (statement.executeUpdate() == 0) {
        throw new ConcurrentChange(topic.topicName(), subject, expected);
      }
    } catch (SQLIntegrityConstraintViolationException exists) {
      throw new ConcurrentChange(topic.topicName(), subject, expected);
    }
  }
}
