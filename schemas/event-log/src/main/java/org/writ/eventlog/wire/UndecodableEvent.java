package org.writ.eventlog.wire;

import org.jspecify.annotations.Nullable;

/**
 * A record on a topic is not an event that this program can read. Its partition must stop: nothing
 * may be skipped silently.
 */
public class UndecodableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecodableEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
