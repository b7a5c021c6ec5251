package org.writ.intake.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;

/**
 * A request; written by {@link RequestFold} alone. What is about persons stays sealed, as it came.
 */
@Entity
@Table(name = "request")
class RequestRow {

  @Id String id;

  @Column String agency;

  @Column String idempotencyKeyHash;

  @Column String country;

  @Column String process;

  @Column String regime;

  @Enumerated(EnumType.STRING)
  @Column
  RequestStatus status;

  @Column Instant receivedAt;

  @Column Instant dueAt;

  @Column String deadlineRule;

  /** RequestDetails. */
  @Column byte @Nullable [] sealed;

  /** The event that it was sealed for. */
  @Column String sealedEvent;

  /** Digest (hex) of that event: what the ledger proves. Null if it was not kept then. */
  @Column @Nullable String submissionDigest;

  @Column @Nullable String deliveryId;

  @Column @Nullable String deliverySha256;

  @Column @Nullable Long deliverySize;

  @Column @Nullable Instant deliveryExpiresAt;

  /** How it came. */
  @Column String channel;

  @Column int itemCount;

  @Column String orderFingerprint;

  /** Counts the requests for this order, from 0; null if it was not counted then. */
  @Column @Nullable Integer orderPlace;

  @Column @Nullable String duplicateOf;

  @Column @Nullable Instant objectionUntil;

  @Column boolean clarificationStopsClock;

  /** The question that waits for an answer. */
  @Column @Nullable String question;

  @Column @Nullable Instant clockStoppedAt;

  @Column @Nullable Instant preservedUntil;

  @Column int extensions;

  @Column @Nullable String extensionRule;

  /** The suspension that froze it; null: it is not frozen. */
  @Column @Nullable String frozenBy;

  @Column long version;

  /** The sealed part with the identity that it opens with; null if the submission had none. */
  @Nullable Sealed sealedDetails() {
    return sealed == null
        ? null
        : new Sealed(
            id,
            UUID.fromString(sealedEvent),
            RequestSubmitted.getClassSchema().getFullName(),
            sealed);
  }
}
