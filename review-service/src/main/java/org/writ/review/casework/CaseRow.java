package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;

/**
 * A case; written by {@link CaseFold} alone. What is about persons stays sealed, as it came.
 *
 * @see CaseState the part of it that says what may follow
 */
@Entity
@Table(name = "legal_case")
class CaseRow {

  @Id String id;

  @Column long version;

  /** Version after the last event that was more than a reading. */
  @Column long changedVersion;

  @Column String agency;

  @Column String agencyName;

  @Column String country;

  @Column String process;

  @Column String regime;

  @Column String issuingAuthorityType;

  @Column String issuingAuthorityCountry;

  @Column LocalDate issuedOn;

  @Column @Nullable LocalDate validUntil;

  @Column String offenceCategory;

  @Column boolean suspectConfirmed;

  @Column Instant receivedAt;

  @Column Instant dueAt;

  @Column Instant dueSoonFrom;

  @Column Instant urgentFrom;

  @Column @Nullable LocalDate noticeDelayUntil;

  @Column String policyId;

  @Column String policyDigest;

  @Column int itemCount;

  @Column int blockingFindings;

  @Column int notes;

  /** X.509, DER. */
  @Column byte[] recipientCertificate;

  /** CaseDetails. */
  @Column byte @Nullable [] sealed;

  /** The event that it was sealed for. */
  @Column String sealedEvent;

  @Column @Nullable String holder;

  @Column @Nullable Instant leaseUntil;

  @Column boolean decided;

  @Enumerated(EnumType.STRING)
  @Column
  @Nullable CaseOutcome outcome;

  @Column @Nullable String decidedBy;

  @Column @Nullable Instant decidedAt;

  @Column @Nullable String decisionPolicyId;

  @Column @Nullable String decisionPolicyDigest;

  /** DecisionDetails. */
  @Column byte @Nullable [] decisionSealed;

  /** The event that it was sealed for. */
  @Column @Nullable String decisionEvent;

  /** Where it stands, by what the log says. */
  CaseState state() {
    if (outcome != null) {
      return new CaseState.Decided(outcome);
    }
    return holder == null || leaseUntil == null
        ? new CaseState.Open()
        : new CaseState.Claimed(holder, leaseUntil);
  }

  /** Keeps where it stands now. */
  void keep(CaseState state) {
    holder = state instanceof CaseState.Claimed claimed ? claimed.holder() : null;
    leaseUntil = state instanceof CaseState.Claimed claimed ? claimed.leaseUntil() : null;
    outcome = state instanceof CaseState.Decided decision ? decision.outcome() : null;
    decided = state instanceof CaseState.Decided;
  }

  /** CaseDetails with the identity that it opens with; empty if the case never had any. */
  Optional<Sealed> sealedDetails() {
    return sealed(sealed, sealedEvent, CaseOpened.getClassSchema().getFullName());
  }

  /** DecisionDetails with the identity that it opens with; empty if there is none. */
  Optional<Sealed> sealedDecision() {
    return sealed(decisionSealed, decisionEvent, CaseDecided.getClassSchema().getFullName());
  }

  private Optional<Sealed> sealed(
      byte @Nullable [] ciphertext, @Nullable String event, String type) {
    return ciphertext == null || event == null
        ? Optional.empty()
        : Optional.of(new Sealed(id, UUID.fromString(event), type, ciphertext));
  }
}
