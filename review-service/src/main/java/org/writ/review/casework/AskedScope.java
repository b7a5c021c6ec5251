package org.writ.review.casework;

import java.time.Instant;
import java.util.Set;
import org.writ.events.review.CaseItem;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.review.policy.Policy;

/**
 * What an item asks for, with the ends of an open period filled in: back to the oldest data that
 * was held on receipt, forward to the receipt.
 *
 * @param dataTypes as asked
 * @param from start of the period, inclusive
 * @param to end of the period, exclusive
 */
record AskedScope(Set<String> dataTypes, Instant from, Instant to) {

  static AskedScope of(CaseItem item, Instant receivedAt, Policy policy) {
    return new AskedScope(
        Set.copyOf(item.getDataTypes()),
        item.getFrom() != null ? item.getFrom() : policy.heldSince(receivedAt),
        item.getTo() != null ? item.getTo() : receivedAt);
  }

  /** Whether a decision approves all of it. */
  boolean isMetBy(ItemDecision decision) {
    return decision.getOutcome() == ItemOutcome.APPROVED
        && Set.copyOf(decision.getDataTypes()).equals(dataTypes)
        && from.equals(decision.getFrom())
        && to.equals(decision.getTo());
  }
}
