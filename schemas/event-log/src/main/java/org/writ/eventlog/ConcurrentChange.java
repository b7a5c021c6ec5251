package org.writ.eventlog;

/**
 * Somebody else changed the aggregate since it was read: load it again and decide anew, or tell the
 * caller (412).
 */
public class ConcurrentChange extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Of this stream. */
  public ConcurrentChange(String topic, String subject, long expected) {
    super(
        "Expected version %d of subject %s on topic %s, but it has changed"
            .formatted(expected, subject, topic));
  }
}
