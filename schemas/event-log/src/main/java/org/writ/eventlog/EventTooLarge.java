package org.writ.eventlog;

import org.writ.eventlog.publish.Outbox;

/** An event is longer than a topic takes. Nothing was appended. */
public final class EventTooLarge extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  EventTooLarge(Envelope envelope, int bytes) {
    super(
        "An event %s has %d bytes; a topic takes %d"
            .formatted(envelope.type(), bytes, Outbox.MOST_BYTES));
  }
}
