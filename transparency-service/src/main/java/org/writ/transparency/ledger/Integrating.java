package org.writ.transparency.ledger;

import java.util.List;
import org.writ.eventlog.Event;
import org.writ.events.transparency.EventSequenced;

/** The ledger's fold for many entries at once: what it reads is read before the transaction. */
public interface Integrating {

  /** An entry with the event that it names. */
  record Sequenced(EventSequenced entry, Event event) {}

  /**
   * An event of the ledger's topic with the event that it names.
   *
   * @throws IllegalArgumentException if it is no entry
   * @throws LedgerBroken if the event that it names is not there
   */
  Sequenced fetched(Event event);

  /**
   * Applies entries that follow each other, in the current transaction.
   *
   * @throws LedgerBroken if they do not continue the tree
   */
  void apply(List<Sequenced> sequenced);
}
