package org.writ.review.desk;

import java.time.Instant;
import java.util.Set;
import org.writ.review.policy.Policy;

/**
 * What the policy that a case is decided under allows.
 *
 * @param dataTypes that may be disclosed
 * @param grounds on which an item may be refused
 * @param heldSince the oldest data that was held when the request was received
 * @param receivedAt when that was
 */
record Allowed(Set<String> dataTypes, Set<String> grounds, Instant heldSince, Instant receivedAt) {

  static Allowed by(Policy policy, String process, Instant receivedAt) {
    return new Allowed(
        policy.mayBeDisclosed(process),
        policy.grounds().keySet(),
        policy.heldSince(receivedAt),
        receivedAt);
  }
}
