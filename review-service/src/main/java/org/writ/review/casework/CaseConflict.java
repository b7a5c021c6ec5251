package org.writ.review.casework;

/** What was asked is not possible in the case's state; the message says why and what would be. */
public final class CaseConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CaseConflict(String message) {
    super(message);
  }
}
