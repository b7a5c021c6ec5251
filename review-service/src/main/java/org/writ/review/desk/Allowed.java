package org.writ.review.desk;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.review.policy.LegalBasis;
import org.writ.review.policy.Policy;

/**
 * What the policy that a case is decided under allows.
 *
 * @param dataTypes that may be approved
 * @param grounds on which an item may be refused
 * @param heldSince the oldest data that was held when the request was received
 * @param receivedAt when that was
 * @param basis what it says about the process; null if it knows no legal basis for it
 */
record Allowed(
    Set<String> dataTypes,
    Set<String> grounds,
    Instant heldSince,
    Instant receivedAt,
    @Nullable LegalBasis basis) {

  static Allowed by(Policy policy, String process, Instant receivedAt) {
    return new Allowed(
        policy.mayBeApproved(process),
        policy.grounds().keySet(),
        policy.heldSince(receivedAt),
        receivedAt,
        policy.basis(process).orElse(null));
  }
}
