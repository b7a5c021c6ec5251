package org.writ.review.policy;

import org.writ.web.problem.StateConflict;

/** A policy does not stand so that this could be done with it; the message says why. */
public final class PolicyConflict extends StateConflict {

  private static final long serialVersionUID = 1L;

  PolicyConflict(String reason) {
    super(reason);
  }
}
