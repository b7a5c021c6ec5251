package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.PolicyReference;

/** A decision that waits for a second person; its items are in {@code case_item}. */
@Embeddable
class ProposalColumns {

  @Column String proposedBy;

  @Column Instant proposedAt;

  @Enumerated(EnumType.STRING)
  @Column
  CaseOutcome proposedOutcome;

  @Column String proposedPolicyId;

  @Column String proposedPolicyDigest;

  /** DecisionDetails. */
  @Column byte @Nullable [] proposalSealed;

  /** The event that it was sealed for. */
  @Column String proposalEvent;

  static ProposalColumns of(Event event, DecisionProposed proposed) {
    var columns = new ProposalColumns();
    columns.proposedBy = proposed.getProposedBy();
    columns.proposedAt = event.envelope().time();
    columns.proposedOutcome = proposed.getOutcome();
    columns.proposedPolicyId = proposed.getPolicy().getId();
    columns.proposedPolicyDigest = proposed.getPolicy().getDigest();
    columns.proposalSealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    columns.proposalEvent = event.envelope().id().toString();
    return columns;
  }

  PolicyReference policy() {
    return new PolicyReference(proposedPolicyId, proposedPolicyDigest);
  }
}
