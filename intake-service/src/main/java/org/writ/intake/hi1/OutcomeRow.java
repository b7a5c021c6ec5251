package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.Decision.Outcome;

/** What was answered to an action; written by {@link HandoverFold} alone. */
@Entity(name = "HandoverOutcome")
@Table(name = "handover_outcome")
@IdClass(OutcomeRow.Key.class)
class OutcomeRow {

  /**
   * What names a row.
   *
   * @param agency who sent the message
   * @param transactionId of the message
   * @param place in the message, from 0
   */
  record Key(String agency, String transactionId, int place) {}

  @Id String agency;

  @Id String transactionId;

  @Id int place;

  @Column int action;

  @Column String verb;

  @Column @Nullable String objectId;

  /** 0: carried out. */
  @Column int errorCode;

  @Column String fault;

  Outcome toOutcome() {
    return new Outcome(
        action,
        Verb.valueOf(verb),
        objectId,
        errorCode == 0 ? null : new Refusal(errorCode, fault));
  }
}
