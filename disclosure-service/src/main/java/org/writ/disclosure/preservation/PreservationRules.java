package org.writ.disclosure.preservation;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.writ.disclosure.collect.ApprovedItems;
import org.writ.disclosure.preservation.Preservation.Expired;
import org.writ.disclosure.preservation.Preservation.Frozen;
import org.writ.disclosure.preservation.Preservation.Kept;
import org.writ.disclosure.preservation.Preservation.Known;
import org.writ.disclosure.preservation.Preservation.None;
import org.writ.disclosure.preservation.Preservation.Nothing;
import org.writ.disclosure.preservation.Preservation.Opened;
import org.writ.disclosure.preservation.Preservation.Withdrawn;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationDetails;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;
import org.writ.events.review.CaseDecided;

/** What a preservation does when it is asked. */
final class PreservationRules {

  private PreservationRules() {}

  /**
   * The events that answer a command; none if there is nothing to do.
   *
   * @param now milliseconds
   * @throws IllegalStateException if the command cannot be meant for a preservation in this state
   * @throws IllegalArgumentException if a decision cannot be carried out as it stands
   */
  static List<NewEvent> decide(Preservation state, PreservationCommand command, Instant now) {
    return switch (command) {
      case PreservationCommand.Open it -> open(state, it);
      case PreservationCommand.Keep it -> keep(opened(state), it, now);
      case PreservationCommand.FindNothing it ->
          one(new NothingPreserved(opened(state).preservationId(), it.items()));
      case PreservationCommand.Prolong it -> prolong(state, it);
      case PreservationCommand.Expire _ -> expire(state, now);
      case PreservationCommand.Withdraw _ -> withdraw(state);
      case PreservationCommand.Freeze it -> freeze(state, it.suspension());
      case PreservationCommand.Unfreeze it -> unfreeze(state, it.suspension());
    };
  }

  /** Whether there is anything to preserve; if not, a decision is explicitly left alone. */
  static boolean isToBePreserved(CaseDecided decision) {
    return ApprovedItems.preservesOnly(decision) && ApprovedItems.any(decision);
  }

  private static List<NewEvent> open(Preservation state, PreservationCommand.Open command) {
    if (!isToBePreserved(command.decision())) {
      return List.of();
    }
    String decisionId = command.decisionId().toString();
    if (unfrozen(state) instanceof Known known) {
      if (known.decision().equals(decisionId)) {
        return List.of();
      }
      throw new IllegalStateException(
          "Expected one decision for the request; decision %s is carried out already"
              .formatted(known.decision()));
    }
    CaseDecided decision = command.decision();
    List<ApprovedItem> items = ApprovedItems.of(decision);
    return List.of(
        NewEvent.sealed(
            new PreservationOpened(
                command.preservationId().toString(),
                decision.getAgency(),
                decision.getCountry(),
                decision.getRegime(),
                decisionId,
                decision.getPolicy().getId(),
                items,
                null),
            new PreservationDetails(ApprovedItems.identifiers(items, command.details()))));
  }

  private static List<NewEvent> keep(Opened opened, PreservationCommand.Keep command, Instant now) {
    var term = Term.under(opened.regime());
    return one(
        new DataPreserved(
            now.plus(term.duration()),
            opened.preservationId(),
            term.source(),
            command.sha256(),
            command.size(),
            command.items()));
  }

  private static Opened opened(Preservation state) {
    if (state instanceof Opened opened) {
      return opened;
    }
    throw new IllegalStateException(
        "Expected a preservation whose copy is to be made, found "
            + state.getClass().getSimpleName());
  }

  /** An extension that crosses the end, or a withdrawal, finds nothing to keep any more. */
  private static List<NewEvent> prolong(Preservation state, PreservationCommand.Prolong command) {
    return switch (unfrozen(state)) {
      case Kept kept when command.until().isAfter(kept.until()) ->
          one(
              new PreservationProlonged(
                  kept.preservationId(), command.until(), command.rule(), command.extension()));
      case Kept _, Expired _, Withdrawn _ -> List.of();
      case None _, Opened _, Nothing _, Frozen _ ->
          throw new IllegalStateException(
              "Expected to keep what intake knows as preserved, found a preservation that is "
                  + unfrozen(state).getClass().getSimpleName());
    };
  }

  private static List<NewEvent> expire(Preservation state, Instant now) {
    return unfrozen(state) instanceof Kept kept && !now.isBefore(kept.until())
        ? one(new PreservationExpired(kept.preservationId()))
        : List.of();
  }

  private static List<NewEvent> withdraw(Preservation state) {
    return canStillChange(state) ? one(new PreservationWithdrawn(id(state))) : List.of();
  }

  private static List<NewEvent> freeze(Preservation state, String suspension) {
    boolean same = state instanceof Frozen frozen && frozen.suspension().equals(suspension);
    return canStillChange(state) && !same
        ? one(new PreservationFrozen(id(state), suspension))
        : List.of();
  }

  /** Only the end of the suspension that froze it lifts it. */
  private static List<NewEvent> unfreeze(Preservation state, String suspension) {
    return state instanceof Frozen frozen && frozen.suspension().equals(suspension)
        ? one(new PreservationUnfrozen(frozen.inside().preservationId(), suspension))
        : List.of();
  }

  private static boolean canStillChange(Preservation state) {
    return switch (unfrozen(state)) {
      case Opened _, Kept _ -> true;
      case None _, Nothing _, Expired _, Withdrawn _, Frozen _ -> false;
    };
  }

  private static Preservation unfrozen(Preservation state) {
    return state instanceof Frozen frozen ? frozen.inside() : state;
  }

  private static String id(Preservation state) {
    if (unfrozen(state) instanceof Known known) {
      return known.preservationId();
    }
    throw new IllegalStateException("Expected a preservation, found none");
  }

  private static List<NewEvent> one(SpecificRecord event) {
    return List.of(NewEvent.open(event));
  }
}
