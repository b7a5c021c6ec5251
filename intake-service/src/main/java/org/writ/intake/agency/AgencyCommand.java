package org.writ.intake.agency;

/** What can be asked of an agency's file. */
sealed interface AgencyCommand {

  /** Put it, or a change of it, on file, for another operator to approve. */
  record Propose(Registration registration) implements AgencyCommand {}

  /** Let what is pending count. */
  record Approve() implements AgencyCommand {}

  /** Turn down what is pending. */
  record Reject() implements AgencyCommand {}

  /** Stop it at once. */
  record Suspend(SuspensionReason reason) implements AgencyCommand {}

  /** Ask that the suspension ends. */
  record ProposeReinstatement() implements AgencyCommand {}

  /** End the suspension. */
  record Reinstate() implements AgencyCommand {}

  /** Stop it for ever. */
  record Close(ClosureReason reason) implements AgencyCommand {}

  /** Encrypt packages to another certificate. */
  record ReplaceCertificate(RecipientCertificate certificate) implements AgencyCommand {}

  /**
   * Tell the agency of changes there.
   *
   * @param secretVersion counts the secrets, from 1
   */
  record SetWebhook(String url, int secretVersion) implements AgencyCommand {}

  /** Tell it no longer. */
  record RemoveWebhook() implements AgencyCommand {}

  /**
   * Note that somebody acts for it.
   *
   * @param known whether that was noted before
   */
  record SeeOfficer(String account, boolean known) implements AgencyCommand {}

  /**
   * Bar somebody from acting for it.
   *
   * @param blocked whether that is so already
   */
  record BlockOfficer(String account, boolean blocked) implements AgencyCommand {}

  /**
   * Let somebody act for it again.
   *
   * @param blocked whether that person is barred
   */
  record UnblockOfficer(String account, boolean blocked) implements AgencyCommand {}
}
