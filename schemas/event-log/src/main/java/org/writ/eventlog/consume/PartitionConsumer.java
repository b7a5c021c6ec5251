package org.writ.eventlog.consume;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;

/**
 * Consumes one partition from its stored offset on. Each batch is one transaction: effects,
 * sequences and the next offset. Not thread-safe.
 */
final class PartitionConsumer {

  private static final Logger LOG = Logger.getLogger(PartitionConsumer.class);

  /** Another consumer has the partition: nothing of the batch was applied. */
  static final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fenced(Topic topic, int partition) {
      super(
          "Partition %s-%d was consumed by somebody else".formatted(topic.topicName(), partition));
    }
  }

  private final Topic topic;
  private final int partition;
  private final Inputs inputs;
  private final ParkedEvents parked;
  private final DataSource dataSource;
  private final Transactions transactions;
  private long next;

  PartitionConsumer(
      Topic topic,
      int partition,
      long next,
      Inputs inputs,
      ParkedEvents parked,
      DataSource dataSource,
      Transactions transactions) {
    this.topic = topic;
    this.partition = partition;
    this.next = next;
    this.inputs = inputs;
    this.parked = parked;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Offset of the next event that has not been handled. */
  long next() {
    return next;
  }

  /**
   * Handles events in order. An event that cannot be handled is parked; then the others go on.
   *
   * @param events from {@link #next()} on
   * @throws Fenced if another consumer has the partition
   * @throws RuntimeException if the database cannot be reached; call again with the events from
   *     {@link #next()} on
   */
  void handle(List<Batch.Positioned> events) {
    try {
      handleTogether(events);
    } catch (Fenced fenced) {
      throw fenced;
    } catch (RuntimeException failure) {
      if (Transactions.isUnavailable(failure)) {
        throw failure;
      }
      for (Batch.Positioned event : events) {
        handleAlone(event);
      }
    }
  }

  private void handleAlone(Batch.Positioned event) {
    try {
      handleTogether(List.of(event));
    } catch (Fenced fenced) {
      throw fenced;
    } catch (RuntimeException failure) {
      if (Transactions.isUnavailable(failure)) {
        throw failure;
      }
      LOG.errorf(
          "Event cannot be handled and is parked, topic=%s partition=%d offset=%d subject=%s type=%s error=%s",
          topic.topicName(),
          partition,
          event.offset(),
          event.event().envelope().subject(),
          event.event().envelope().type(),
          Failure.trace(failure));
      // The class and not the message: a message may quote what is about persons.
      String reason = failure.getClass().getName();
      commit(
          event.offset() + 1,
          connection -> parked.add(connection, topic, partition, new Batch.Parked(event, reason)));
    }
  }

  private void handleTogether(List<Batch.Positioned> events) {
    commit(events.getLast().offset() + 1, connection -> apply(connection, events));
  }

  private void apply(Connection connection, List<Batch.Positioned> events) throws SQLException {
    Batch batch = sort(connection, events);
    for (Batch.Parked event : batch.park()) {
      LOG.warnf(
          "Event is parked, topic=%s partition=%d offset=%d subject=%s reason=%s",
          topic.topicName(),
          partition,
          event.at().offset(),
          event.at().event().envelope().subject(),
          event.reason());
      parked.add(connection, topic, partition, event);
    }
    List<Event> toApply = batch.events();
    if (!toApply.isEmpty()) {
      inputs.on(toApply);
    }
    ConsumedSequences.put(connection, topic.topicName(), batch.sequences());
  }

  private Batch sort(Connection connection, List<Batch.Positioned> events) throws SQLException {
    Set<String> subjects =
        events.stream()
            .map(event -> event.event().envelope().subject())
            .collect(Collectors.toSet());
    var before = ConsumedSequences.find(connection, topic.topicName(), subjects);
    return Batch.of(events, before.applied(), before.parked());
  }

  private void commit(long after, Jdbc.Statement effects) {
    transactions.run(
        () ->
            Jdbc.run(
                dataSource,
                connection -> {
                  effects.on(connection);
                  if (!Offsets.advance(connection, topic.topicName(), partition, next, after)) {
                    throw new Fenced(topic, partition);
                  }
                }));
    next = after;
  }
}
