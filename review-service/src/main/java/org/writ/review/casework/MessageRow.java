package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;

/** What somebody said about a case; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_message")
@IdClass(MessageRow.Key.class)
class MessageRow {

  /**
   * What names a row.
   *
   * @param sequence version of the case after it was said
   */
  record Key(String caseId, long sequence) {}

  @Id String caseId;

  @Id long sequence;

  /** Full name of the event's record. */
  @Column String type;

  @Column Instant at;

  @Column @Nullable String saidBy;

  /** CaseMessageDetails. */
  @Column byte @Nullable [] sealed;

  @Column String eventId;

  /**
   * The row.
   *
   * @param saidBy opaque id of the reviewer; null if the agency said it
   */
  static MessageRow of(Event event, @Nullable String saidBy) {
    var row = new MessageRow();
    row.caseId = event.envelope().subject();
    row.sequence = event.envelope().sequence();
    row.type = event.envelope().type();
    row.at = event.envelope().time();
    row.saidBy = saidBy;
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.eventId = event.envelope().id().toString();
    return row;
  }

  /** CaseMessageDetails with the identity that it opens with; empty if it never had any. */
  Optional<Sealed> sealedText() {
    return sealed == null
        ? Optional.empty()
        : Optional.of(new Sealed(caseId, UUID.fromString(eventId), type, sealed));
  }
}
