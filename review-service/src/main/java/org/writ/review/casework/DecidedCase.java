package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.CaseOutcome;

/**
 * The answer to a decision: its open part.
 *
 * @param id the request's id
 * @param status DECIDED, or AWAITING_SECOND_PERSON if another person has to confirm it
 * @param outcome what was decided or proposed
 * @param version the ETag's
 */
@Schema(name = "DecidedCase")
record DecidedCase(
    String id,
    CaseStatus status,
    @Nullable CaseOutcome outcome,
    List<CaseView.DecidedItem> items,
    @JsonIgnore long version) {

  static DecidedCase of(CaseRow row, List<ItemRow> items, Instant now) {
    ProposalColumns proposal = row.proposal;
    return new DecidedCase(
        row.id,
        row.standing().status(now),
        proposal == null ? row.outcome : proposal.proposedOutcome,
        items.stream().map(item -> CaseViews.decided(item, null)).toList(),
        row.version);
  }
}
