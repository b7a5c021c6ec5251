package org.writ.review.quality;

/** What was asked is not possible as a second review stands; the message says why. */
public final class ReviewConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReviewConflict(String message) {
    super(message);
  }
}
