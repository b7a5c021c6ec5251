package org.writ.review.jurisdiction;

/** The safeguards of a country do not stand so that this could be done; the message says why. */
final class JurisdictionConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JurisdictionConflict(String reason) {
    super(reason);
  }
}
