package org.writ.eventlog;

import java.util.List;
import java.util.Set;
import org.writ.events.Topic;

/**
 * What a service does on events of others (and of the platform). At most one CDI bean per service,
 * in its room {@code log}. Each event is handed over once, in the transaction that also records
 * that it was: whatever this does to the database happens exactly once. An exception parks the
 * event with all later ones of its subject.
 */
public interface Inputs {

  /** The topics that it consumes. */
  Set<Topic> topics();

  /** Handles one event, in the current transaction. */
  void on(Event input);

  /**
   * Handles a batch, in order, in the current transaction. If this throws, the batch is rolled back
   * and handed over again event by event; override it only where handling many at once is much
   * faster.
   */
  default void on(List<Event> batch) {
    batch.forEach(this::on);
  }
}
