package org.writ.intake.agency;

/** Why an agency is suspended. */
enum SuspensionReason {
  MAILBOX_COMPROMISED,
  FORGED_REQUEST,
  CREDENTIALS_LOST,
  LEGAL,
  OTHER
}
