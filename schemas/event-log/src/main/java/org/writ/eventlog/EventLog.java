package org.writ.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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
   * Appends events to a subject's stream, in the caller's transaction; see {@link #appendAll}.
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
   */
  public List<Event> append(
      Topic topic,
      String subject,
      long expectedVersion,
      Actor actor,
      @Nullable UUID cause,
      List<NewEvent> events) {
    return appendAll(
        List.of(new Append(topic, subject, expectedVersion, actor, cause, List.copyOf(events))));
  }

  /**
   * Appends to many streams at once, in the caller's transaction: what is inserted goes to the
   * database in a few statements, however many streams there are. The events reach Kafka in the
   * order of the list.
   *
   * @return the events of all streams as they will stand on their topics, in that order
   * @throws ConcurrentChange if a stream is no longer at its version; nothing was appended, and the
   *     transaction must not commit
   * @throws EventTooLarge if no topic could take one of them; it would hold up all that follow
   * @throws IllegalStateException if a part about persons cannot be sealed because the case has no
   *     key
   */
  public List<Event> appendAll(List<Append> appends) {
    appends.forEach(this::check);
    return Jdbc.call(
        dataSource,
        connection -> {
          Streams.advance(connection, appends);
          List<Outbox.Waiting> waiting = waiting(appends);
          List<Event> events = waiting.stream().map(Outbox.Waiting::event).toList();
          for (Fold fold : folds) {
            List<Event> own = of(fold.topic(), events);
            if (!own.isEmpty()) {
              fold.applyAll(own);
            }
          }
          outbox.add(connection, waiting);
          relay.wakeAfterCommit();
          for (AppendListener listener : listeners) {
            of(listener.topic(), events).forEach(listener::appended);
          }
          return events;
        });
  }

  private static List<Event> of(Topic topic, List<Event> events) {
    return events.stream().filter(event -> event.topic() == topic).toList();
  }

  private void check(Append append) {
    Topic topic = append.topic();
    if (!topic.owner().equals(config.service())) {
      throw new IllegalArgumentException(
          "%s may append to its own topics, not to %s"
              .formatted(config.service(), topic.topicName()));
    }
    for (NewEvent event : append.events()) {
      if (!topic.recordTypes().contains(event.data().getClass())) {
        throw new IllegalArgumentException(
            event.data().getSchema().getFullName() + " is no event of " + topic.topicName());
      }
    }
  }

  private List<Outbox.Waiting> waiting(List<Append> appends) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var waiting = new ArrayList<Outbox.Waiting>(appends.size());
    for (Append append : appends) {
      long sequence = append.expectedVersion();
      for (NewEvent decided : append.events()) {
        waiting.add(waiting(append, decided, ++sequence, now));
      }
    }
    return List.copyOf(waiting);
  }

  private Outbox.Waiting waiting(Append append, NewEvent decided, long sequence, Instant now) {
    var envelope =
        new Envelope(
            ids.next(),
            Outbox.source(config.service()),
            decided.data().getSchema().getFullName(),
            append.subject(),
            now,
            sequence,
            append.cause(),
            append.actor());
    SpecificRecord personal = decided.personal();
    SpecificRecord data =
        personal == null ? decided.data() : keys.seal(decided.data(), personal, envelope);
    byte[] payload = codec.encode(append.topic(), data);
    if (payload.length > Outbox.MOST_BYTES) {
      throw new EventTooLarge(envelope, payload.length);
    }
    return new Outbox.Waiting(
        new Event(append.topic(), envelope, data, codec.digest(envelope, payload)), payload);
  }

  /**
   * A number that rises with every event that any instance of the service appends. Cheap, for
   * whoever looks often whether something has changed; the event itself may commit a moment later.
   */
  public long appended() {
    return Jdbc.call(dataSource, outbox::appended);
  }

  /**
   * Version of an aggregate, as the current transaction sees it.
   *
   * @return the sequence of its newest event; 0 if it has none
   */
  public long version(Topic topic, String subject) {
    return Jdbc.call(dataSource, connection -> Streams.version(connection, topic, subject));
  }
}
