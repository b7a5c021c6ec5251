package org.writ.review.casework;

/** How a case stands at a given time, as reviewers see it. */
public enum CaseStatus {
  /** Nobody holds it: it was never claimed, was given back, or the claim has lapsed. */
  OPEN,
  /** Somebody holds it. */
  CLAIMED,
  /** The agency is asked and has not answered; somebody may hold it. */
  CLARIFICATION_REQUESTED,
  /** A decision is proposed, and another person has to confirm it; somebody may hold it. */
  AWAITING_SECOND_PERSON,
  /** It is decided. */
  DECIDED,
  /** The agency took its request back. */
  WITHDRAWN
}
