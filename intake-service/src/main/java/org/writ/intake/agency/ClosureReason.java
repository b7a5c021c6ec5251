package org.writ.intake.agency;

/** Why an agency is closed. */
enum ClosureReason {
  MERGED,
  DISSOLVED,
  OFFBOARDED,
  OTHER
}
