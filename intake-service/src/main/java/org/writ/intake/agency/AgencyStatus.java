package org.writ.intake.agency;

/** What an agency may do. */
public enum AgencyStatus {
  /** Put on file by one operator, and not approved by another: nothing yet. */
  INVITED,
  /** Everything. */
  ACTIVE,
  /** Nothing, until two operators end it. */
  SUSPENDED,
  /** Nothing, for ever. */
  CLOSED
}
