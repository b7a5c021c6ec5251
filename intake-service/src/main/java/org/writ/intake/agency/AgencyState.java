package org.writ.intake.agency;

import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;

/** How far an agency has come, as {@link AgencyRules} needs to know it. */
sealed interface AgencyState {

  /** What waits for a second operator; null if nothing does. */
  @Nullable Proposal pending();

  /**
   * Something that one operator put on file.
   *
   * @param event id of its event
   * @param registration what it says
   * @param by who put it there
   */
  record Proposal(String event, Registration registration, Actor by) {}

  /**
   * What counts.
   *
   * @param registration what two operators agreed on
   * @param certificate the one that came last
   * @param webhookUrl where the agency is told of changes; null if it is not
   */
  record OnFile(
      Registration registration, RecipientCertificate certificate, @Nullable String webhookUrl) {}

  /** Nobody ever put it on file. */
  record Unknown() implements AgencyState {
    @Override
    public @Nullable Proposal pending() {
      return null;
    }
  }

  /** On file, and nothing counts yet; null pending: it was turned down. */
  record Invited(@Nullable Proposal pending) implements AgencyState {}

  /** It may act; a change may be pending meanwhile. */
  record Active(OnFile onFile, @Nullable Proposal pending) implements AgencyState {}

  /**
   * It may do nothing for now.
   *
   * @param suspension id of the event that suspended it
   * @param reinstatementBy who asked that it ends; null if nobody did
   */
  record Suspended(
      OnFile onFile, @Nullable Proposal pending, String suspension, @Nullable Actor reinstatementBy)
      implements AgencyState {}

  /** It may do nothing for ever. */
  record Closed() implements AgencyState {
    @Override
    public @Nullable Proposal pending() {
      return null;
    }
  }
}
