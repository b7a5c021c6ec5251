package org.writ.intake.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;

/** Something that was said about a request; written by {@link RequestFold} alone. */
@Entity
@Table(name = "request_message")
@IdClass(MessageRow.Key.class)
class MessageRow {

  /**
   * What names a row.
   *
   * @param requestId the request
   * @param sequence of the event that brought it
   */
  record Key(String requestId, long sequence) {}

  @Id String requestId;

  @Id long sequence;

  @Enumerated(EnumType.STRING)
  @Column
  MessageKind kind;

  @Column Instant at;

  /** The question that was asked or is answered: ce_id of review's event. */
  @Column @Nullable String question;

  /** When the request has to be answered since this answer. */
  @Column @Nullable Instant dueAt;

  /** The event that it was sealed for. */
  @Column String eventId;

  /** The type of that event. */
  @Column String eventType;

  /** MessageDetails; null if nothing was said. */
  @Column byte @Nullable [] sealed;

  /** The words with the identity that they open with; null if there are none. */
  @Nullable Sealed sealedDetails() {
    return sealed == null
        ? null
        : new Sealed(requestId, UUID.fromString(eventId), eventType, sealed);
  }
}
