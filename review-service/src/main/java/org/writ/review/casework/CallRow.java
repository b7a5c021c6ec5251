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
import org.writ.events.review.CallBackRecorded;

/** A call to the agency of an emergency; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_call")
@IdClass(CallRow.Key.class)
class CallRow {

  /**
   * What names a row.
   *
   * @param sequence version of the case after the call
   */
  record Key(String caseId, long sequence) {}

  @Id String caseId;

  @Id long sequence;

  @Column Instant at;

  @Column String calledBy;

  @Column String outcome;

  /** The number on file that was called (E.164). */
  @Column String number;

  /** CallBackDetails. */
  @Column byte @Nullable [] sealed;

  @Column String eventId;

  static CallRow of(Event event, CallBackRecorded call) {
    var row = new CallRow();
    row.caseId = event.envelope().subject();
    row.sequence = event.envelope().sequence();
    row.at = event.envelope().time();
    row.calledBy = call.getCalledBy();
    row.outcome = call.getOutcome();
    row.number = call.getNumber();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.eventId = event.envelope().id().toString();
    return row;
  }

  /** CallBackDetails with the identity that it opens with; empty if nothing was noted. */
  Optional<Sealed> sealedNote() {
    return sealed == null
        ? Optional.empty()
        : Optional.of(
            new Sealed(
                caseId,
                UUID.fromString(eventId),
                CallBackRecorded.getClassSchema().getFullName(),
                sealed));
  }
}
