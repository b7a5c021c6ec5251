package org.writ.transparency.ledger;

import org.writ.eventlog.Event;
import org.writ.events.transparency.EventSequenced;

/** The events that the ledger names. */
public interface SequencedEvents {

  /**
   * The event of an entry, after its digest was found to be the entry's.
   *
   * @throws LedgerBroken if another event stands there, or none
   */
  Event at(EventSequenced entry);
}
