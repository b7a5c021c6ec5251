package org.writ.review.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.CaseOutcome;

/**
 * The answer to a decision: its open part.
 *
 * @param id the request's id
 * @param status always DECIDED
 * @param version the ETag's
 */
@Schema(name = "DecidedCase")
record DecidedCase(
    String id,
    CaseStatus status,
    @Nullable CaseOutcome outcome,
    List<CaseView.DecidedItem> items,
    @JsonIgnore long version) {

  static DecidedCase of(CaseRow row, List<ItemRow> items) {
    return new DecidedCase(
        row.id,
        CaseStatus.DECIDED,
        row.outcome,
        items.stream().map(item -> CaseViews.decided(item, null)).toList(),
        row.version);
  }
}
