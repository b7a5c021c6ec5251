package org.writ.review.casework;

import org.writ.web.problem.StateConflict;

/** What was asked is not possible in the case's state; the message says why and what would be. */
public final class CaseConflict extends StateConflict {

  private static final long serialVersionUID = 1L;

  CaseConflict(String message) {
    super(message);
  }
}
