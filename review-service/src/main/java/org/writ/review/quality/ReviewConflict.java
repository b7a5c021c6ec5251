package org.writ.review.quality;

import org.writ.web.problem.StateConflict;

/** What was asked is not possible as a second review stands; the message says why. */
public final class ReviewConflict extends StateConflict {

  private static final long serialVersionUID = 1L;

  ReviewConflict(String message) {
    super(message);
  }
}
