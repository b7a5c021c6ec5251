package org.writ.review.casework;

/** How a case stands at a given time, as reviewers see it. */
public enum CaseStatus {
  /** Nobody holds it: it was never claimed, was given back, or the claim has lapsed. */
  OPEN,
  /** Somebody holds it. */
  CLAIMED,
  /** It is decided. */
  DECIDED
}
