package org.writ.ops.log;

import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;

/**
 * A record of a topic, as it stands there.
 *
 * @param topic its topic
 * @param partition from 0
 * @param offset from 0
 * @param subject the key
 * @param envelope null for a tombstone without headers
 * @param digest what the ledger proves; null for a tombstone
 */
public record Logged(
    Topic topic,
    int partition,
    long offset,
    String subject,
    @Nullable Envelope envelope,
    @Nullable EventDigest digest) {

  /** Whether it only says that what came before is gone. */
  public boolean isTombstone() {
    return digest == null;
  }

  /** The envelope of an event that is no tombstone. */
  public Envelope attributes() {
    if (envelope == null) {
      throw new IllegalStateException("A tombstone has no attributes");
    }
    return envelope;
  }
}
