package org.writ.intake.agency;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
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
import org.writ.events.intake.HandoverEndpoint;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;
import org.writ.intake.agency.AgencyState.Active;
import org.writ.intake.agency.AgencyState.Closed;
import org.writ.intake.agency.AgencyState.Invited;
import org.writ.intake.agency.AgencyState.OnFile;
import org.writ.intake.agency.AgencyState.Proposal;
import org.writ.intake.agency.AgencyState.Suspended;
import org.writ.intake.agency.AgencyState.Unknown;

/**
 * What an agency's file does when it is asked. Pure.
 *
 * <p>Four eyes: what lets an agency do more (a registration, the end of a suspension) takes two
 * operators; what lets it do less (suspension, closure, turning down) takes one, at once.
 */
final class AgencyRules {

  private AgencyRules() {}

  /**
   * The events that answer a command; none if there is nothing to do.
   *
   * @param actor who asks
   * @throws AgencyRefusal if it is not possible in this state or not for this person
   */
  static List<NewEvent> decide(AgencyState state, AgencyCommand command, Actor actor) {
    if (state instanceof Unknown && !(command instanceof AgencyCommand.Propose)) {
      throw new AgencyRefusal.Unknown();
    }
    return switch (command) {
      case AgencyCommand.Propose it -> propose(state, it.registration());
      case AgencyCommand.Approve _ -> approve(pending(state), actor);
      case AgencyCommand.Reject _ -> one(new AgencyRegistrationRejected(pending(state).event()));
      case AgencyCommand.Suspend it -> suspend(state, it.reason());
      case AgencyCommand.ProposeReinstatement _ -> proposeReinstatement(suspended(state));
      case AgencyCommand.Reinstate _ -> reinstate(suspended(state), actor);
      case AgencyCommand.Close it -> close(state, it.reason());
      case AgencyCommand.ReplaceCertificate it -> replace(active(state), it.certificate());
      case AgencyCommand.SetWebhook it -> {
        active(state);
        yield one(new AgencyWebhookSet(it.url(), it.secretVersion()));
      }
      case AgencyCommand.RemoveWebhook _ -> removeWebhook(active(state).webhookUrl());
      case AgencyCommand.SeeOfficer it -> {
        active(state);
        yield it.known() ? List.of() : one(new OfficerFirstSeen(it.account()));
      }
      case AgencyCommand.BlockOfficer it ->
          it.blocked() ? List.of() : one(new OfficerBlocked(it.account()));
      case AgencyCommand.UnblockOfficer it ->
          it.blocked() ? one(new OfficerUnblocked(it.account())) : List.of();
    };
  }

  private static List<NewEvent> propose(AgencyState state, Registration asked) {
    if (state instanceof Closed) {
      throw new AgencyRefusal.Conflict("The agency is closed for ever; register it by another id.");
    }
    var pending = state.pending();
    var newest = pending == null ? counting(state) : pending.registration();
    return asked.equals(newest) ? List.of() : one(registered(asked));
  }

  private static List<NewEvent> approve(Proposal pending, Actor actor) {
    requireAnother(pending.by(), actor, "who put it on file");
    return one(new AgencyApproved(pending.event()));
  }

  private static List<NewEvent> suspend(AgencyState state, SuspensionReason reason) {
    return switch (state) {
      case Active _ -> one(new AgencySuspended(reason.name()));
      case Suspended _ -> throw new AgencyRefusal.Conflict("The agency is suspended already.");
      case Unknown _, Invited _, Closed _ ->
          throw new AgencyRefusal.Conflict("Only an active agency can be suspended.");
    };
  }

  private static List<NewEvent> proposeReinstatement(Suspended suspended) {
    if (suspended.reinstatementBy() != null) {
      throw new AgencyRefusal.Conflict(
          "The end of the suspension is asked for already; another operator has to approve it.");
    }
    return one(new AgencyReinstatementProposed(suspended.suspension()));
  }

  private static List<NewEvent> reinstate(Suspended suspended, Actor actor) {
    var by = suspended.reinstatementBy();
    if (by == null) {
      throw new AgencyRefusal.Conflict("Nobody asked yet that the suspension ends.");
    }
    requireAnother(by, actor, "who asked for it");
    return one(new AgencyReinstated(suspended.suspension()));
  }

  private static List<NewEvent> close(AgencyState state, ClosureReason reason) {
    if (state instanceof Closed) {
      throw new AgencyRefusal.Conflict("The agency is closed already.");
    }
    return one(new AgencyClosed(reason.name()));
  }

  private static List<NewEvent> replace(OnFile onFile, RecipientCertificate certificate) {
    return certificate.equals(onFile.certificate())
        ? List.of()
        : one(new AgencyCertificateReplaced(ByteBuffer.wrap(certificate.der())));
  }

  private static List<NewEvent> removeWebhook(@Nullable String url) {
    return url == null ? List.of() : one(new AgencyWebhookRemoved(url));
  }

  private static void requireAnother(Actor first, Actor second, String who) {
    if (first.id().equals(second.id())) {
      throw new AgencyRefusal.Conflict(
          "Four eyes: an operator other than the one %s has to approve it.".formatted(who));
    }
  }

  private static Proposal pending(AgencyState state) {
    var pending = state.pending();
    if (pending == null) {
      throw new AgencyRefusal.Conflict("Nothing waits for approval.");
    }
    return pending;
  }

  private static Suspended suspended(AgencyState state) {
    if (state instanceof Suspended suspended) {
      return suspended;
    }
    throw new AgencyRefusal.Conflict("The agency is not suspended.");
  }

  private static OnFile active(AgencyState state) {
    return switch (state) {
      case Active active -> active.onFile();
      case Unknown _ -> throw new AgencyRefusal.Unknown();
      case Invited _ -> throw notActive(AgencyStatus.INVITED);
      case Suspended _ -> throw notActive(AgencyStatus.SUSPENDED);
      case Closed _ -> throw notActive(AgencyStatus.CLOSED);
    };
  }

  /** Why an agency that is not active is refused. */
  static AgencyRefusal.NotActive notActive(AgencyStatus status) {
    return new AgencyRefusal.NotActive(
        switch (status) {
          case ACTIVE -> throw new IllegalArgumentException("An active agency may act");
          case INVITED -> "The agency's registration is not approved yet; ask the operators.";
          case SUSPENDED -> "The agency is suspended; ask the operators.";
          case CLOSED -> "The agency is closed; ask the operators.";
        });
  }

  private static @Nullable Registration counting(AgencyState state) {
    return switch (state) {
      case Active active -> active.onFile().registration();
      case Suspended suspended -> suspended.onFile().registration();
      case Unknown _, Invited _, Closed _ -> null;
    };
  }

  private static SpecificRecord registered(Registration asked) {
    return AgencyRegistered.newBuilder()
        .setName(asked.name())
        .setCountry(asked.country())
        .setKind(asked.kind().name())
        .setCertificate(ByteBuffer.wrap(asked.certificate().der()))
        .setJurisdiction(asked.jurisdiction())
        .setDomains(asked.domains())
        .setEndpoint(endpoint(asked.endpoint()))
        .setClients(asked.clients())
        .setCallBackPhone(asked.callBackPhone())
        .setOfficeHours(officeHours(asked.officeHours()))
        .build();
  }

  private static @Nullable HandoverEndpoint endpoint(Registration.@Nullable Endpoint endpoint) {
    return endpoint == null
        ? null
        : new HandoverEndpoint(endpoint.countryCode(), endpoint.uniqueIdentifier());
  }

  private static org.writ.events.intake.@Nullable OfficeHours officeHours(
      @Nullable OfficeHours hours) {
    return hours == null
        ? null
        : new org.writ.events.intake.OfficeHours(
            hours.timeZone().getId(),
            hours.days().stream().map(Enum::name).toList(),
            hours.opening().toString(),
            hours.closing().toString());
  }

  private static List<NewEvent> one(SpecificRecord event) {
    return List.of(NewEvent.open(event));
  }
}
