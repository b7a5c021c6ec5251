package org.writ.review.jurisdiction;

import org.writ.web.problem.StateConflict;

/** The safeguards of a country do not stand so that this could be done; the message says why. */
public final class JurisdictionConflict extends StateConflict {

  private static final long serialVersionUID = 1L;

  JurisdictionConflict(String reason) {
    super(reason);
  }
}
