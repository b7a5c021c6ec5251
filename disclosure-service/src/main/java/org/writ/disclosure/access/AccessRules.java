package org.writ.disclosure.access;

import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.AccessClosed;
import org.writ.events.disclosure.AccessReinstated;
import org.writ.events.disclosure.AccessSuspended;
import org.writ.events.disclosure.AccountBarred;
import org.writ.events.disclosure.AccountReadmitted;
import org.writ.events.disclosure.ClientsApproved;
import org.writ.events.disclosure.ClientsProposed;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.AgencyWebhookSet;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;

/** What follows for those who fetch packages from what happened to an agency's file. Pure. */
final class AccessRules {

  private AccessRules() {}

  /**
   * The events that answer an event of intake; none if it changes nothing about who may act.
   *
   * @param pending what waits for a second operator; null if nothing does
   * @param input what happened
   * @param id of its event
   * @throws IllegalStateException if something is approved that was not put on file last: the log
   *     contradicts itself
   * @throws IllegalArgumentException if the event's type is unknown
   */
  static List<NewEvent> decide(@Nullable Proposal pending, SpecificRecord input, UUID id) {
    return switch (input) {
      case AgencyRegistered it -> one(new ClientsProposed(id.toString(), it.getClients()));
      case AgencyApproved it -> one(approved(pending, it.getRegistration()));
      case AgencySuspended _ -> one(new AccessSuspended(id.toString()));
      case AgencyReinstated it -> one(new AccessReinstated(it.getSuspension()));
      case AgencyClosed it -> one(new AccessClosed(it.getReason()));
      case OfficerBlocked it -> one(new AccountBarred(it.getAccount()));
      case OfficerUnblocked it -> one(new AccountReadmitted(it.getAccount()));
      case AgencyRegistrationRejected _,
          AgencyCertificateReplaced _,
          AgencyWebhookSet _,
          AgencyWebhookRemoved _,
          AgencyReinstatementProposed _,
          OfficerFirstSeen _ ->
          List.of();
      default ->
          throw new IllegalArgumentException("Unknown type " + input.getSchema().getFullName());
    };
  }

  private static ClientsApproved approved(@Nullable Proposal pending, String registration) {
    if (pending == null || !pending.registration().equals(registration)) {
      throw new IllegalStateException(
          "Expected the approval of what was put on file last, found that of " + registration);
    }
    return new ClientsApproved(registration, pending.clients());
  }

  private static List<NewEvent> one(SpecificRecord event) {
    return List.of(NewEvent.open(event));
  }
}
