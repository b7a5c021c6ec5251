package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.PolicyReference;

/**
 * A decision that waits for a second person; its items are in {@code case_item_decision}, its
 * sealed part in {@link CaseRow}.
 */
@Embeddable
class ProposalColumns {

  @Column String proposedBy;

  @Column Instant proposedAt;

  @Enumerated(EnumType.STRING)
  @Column
  CaseOutcome proposedOutcome;

  @Column String proposedPolicyId;

  @Column String proposedPolicyDigest;

  /** Rules whose findings it overrides; null if it overrides none. */
  @Column @Nullable String proposedOverrides;

  /** The event that its sealed part was sealed for. */
  @Column String proposalEvent;

  static ProposalColumns of(Event event, DecisionProposed proposed) {
    var columns = new ProposalColumns();
    columns.proposedBy = proposed.getProposedBy();
    columns.proposedAt = event.envelope().time();
    columns.proposedOutcome = proposed.getOutcome();
    columns.proposedPolicyId = proposed.getPolicy().getId();
    columns.proposedPolicyDigest = proposed.getPolicy().getDigest();
    columns.proposedOverrides = Words.lines(proposed.getOverrides());
    columns.proposalEvent = event.envelope().id().toString();
    return columns;
  }

  List<String> overrides() {
    return Words.ofLines(proposedOverrides);
  }

  PolicyReference policy() {
    return new PolicyReference(proposedPolicyId, proposedPolicyDigest);
  }
}
