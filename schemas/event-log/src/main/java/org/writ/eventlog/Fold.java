package org.writ.eventlog;

import java.util.List;
import org.writ.events.Topic;

/**
 * How a service's rows follow from the events of a topic that it owns. Called in the appending
 * transaction when an event is new, and again by a rebuild, which must give the same rows: no
 * clock, no randomness, no network, no rows of another topic. Implemented by one CDI bean per owned
 * topic.
 */
public interface Fold {

  /** The topic that it folds. */
  Topic topic();

  /**
   * The tables whose rows it alone writes; a rebuild compares them. Each needs a primary key, and
   * none may be AUTO_INCREMENT.
   */
  List<String> tables();

  /**
   * Applies one event to the rows, in the current transaction.
   *
   * @throws IllegalArgumentException if the event's type is unknown
   */
  void apply(Event event);

  /**
   * Applies events in order, in the current transaction; the log and a rebuild call this. Override
   * it only where many at once are much faster.
   */
  default void applyAll(List<Event> events) {
    events.forEach(this::apply);
  }
}
