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
 * @param itemCount number of items
 * @param items the first 1000; the rest are listed at /v1/cases/{id}/items
 * @param version the ETag's
 */
@Schema(name = "DecidedCase")
public record DecidedCase(
    String id,
    CaseStatus status,
    @Nullable CaseOutcome outcome,
    int itemCount,
    List<CaseView.DecidedItem> items,
    @JsonIgnore long version) {

  /**
   * The answer about a case as it stands at the given time.
   *
   * @param items that are shown
   */
  static DecidedCase of(CaseRow row, List<ItemRow> items, Instant now) {
    ProposalColumns proposal = row.proposal;
    return new DecidedCase(
        row.id,
        row.standing().status(now),
        proposal == null ? row.outcome : proposal.proposedOutcome,
        row.itemCount,
        items.stream().map(item -> CaseViews.decided(item, null)).toList(),
        row.version);
  }
}
