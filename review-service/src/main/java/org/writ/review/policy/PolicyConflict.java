package org.writ.review.policy;

/** A policy does not stand so that this could be done with it; the message says why. */
final class PolicyConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PolicyConflict(String reason) {
    super(reason);
  }
}
