package org.writ.intake.hi1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.RequestStanding.Acknowledgement;

/** What was said about the package of a request; written by {@link HandoverFold} alone. */
@Entity(name = "HandoverAcknowledgement")
@Table(name = "handover_acknowledgement")
class AcknowledgementRow {

  @Id String requestId;

  @Column String agency;

  @Column String deliveryId;

  /** Why disclosure refused it; null if it did not, so far. */
  @Column @Nullable String refusal;

  /** Counts what was said and what was refused. */
  @Column int changes;

  @Column Instant changedAt;

  Acknowledgement toAcknowledgement() {
    return new Acknowledgement(refusal, changes, changedAt);
  }
}
