package org.writ.transparency.ledger;

import java.util.List;
import org.writ.eventlog.Event;

/** Rows of another room that follow from the events in the ledger's order. */
public interface Follower {

  /** The tables whose rows it alone writes. */
  List<String> tables();

  /**
   * Applies events that follow each other in the ledger, in the current transaction.
   *
   * @throws IllegalArgumentException if the type of one is unknown
   */
  void apply(List<Event> events);
}
