package org.writ.transparency.facts;

/** What became of a request. Every request has exactly one at any time. */
public enum Outcome {
  /**
   * All that was asked for was approved, and for every item data was made available to the agency.
   */
  FULFILLED,
  /** Data was made available, but not all that was asked for was approved and found. */
  FULFILLED_IN_PART,
  /** Nothing was approved. */
  REFUSED,
  /** Something was approved, and nothing of it is held. */
  NO_DATA,
  /** Upon a preservation order, a copy was put aside; nothing was made available. */
  PRESERVED,
  /** The agency took the request back before it had any data. */
  WITHDRAWN,
  /** None of these yet. */
  PENDING
}
