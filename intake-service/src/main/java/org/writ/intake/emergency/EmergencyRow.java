package org.writ.intake.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An emergency; written by {@link EmergencyFold} alone. */
@Entity
@Table(name = "emergency")
class EmergencyRow {

  @Id String requestId;

  @Column String agency;

  /** Keyed HMAC (hex) of the officer's mail address. */
  @Column String senderFingerprint;

  @Column Instant receivedAt;

  @Column Instant orderDueAt;

  /** Refused or withdrawn: no order has to follow. */
  @Column boolean ended;

  /** Whether it was said that the order is overdue. */
  @Column boolean overdue;
}
