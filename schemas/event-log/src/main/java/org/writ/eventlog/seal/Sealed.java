package org.writ.eventlog.seal;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * The sealed part of an event, as rows keep it. It opens only together with the identity of the
 * event that it came with.
 *
 * @param subject the aggregate's id, which also names the case key
 * @param eventId id of the event
 * @param eventType full name of the event's record
 * @param ciphertext nonce, ciphertext and tag
 */
public record Sealed(String subject, UUID eventId, String eventType, byte[] ciphertext) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed that
        && subject.equals(that.subject)
        && eventId.equals(that.eventId)
        && eventType.equals(that.eventType)
        && Arrays.equals(ciphertext, that.ciphertext);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, eventId, eventType);
  }

  /** Without the bytes, which belong in no log line. */
  @Override
  public String toString() {
    return "Sealed[" + eventType + " " + eventId + "]";
  }
}
