package org.writ.eventlog;

import org.writ.events.Topic;

/**
 * What else happens because an event of the service's own is new, such as telling somebody outside.
 * Implemented by CDI beans.
 *
 * <p>Called in the appending transaction, once all events of the append are applied to the rows;
 * never by a replay, so that nobody outside is told twice. What it writes is no fold, and an
 * exception keeps the events from being appended.
 */
public interface AppendListener {

  /** The topic that it listens to, one of the service's own. */
  Topic topic();

  /** An event was appended; it is not yet committed. */
  void appended(Event event);
}
