package org.writ.disclosure.delivery;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.collect.ApprovedItems;
import org.writ.disclosure.delivery.Delivery.Available;
import org.writ.disclosure.delivery.Delivery.Delivered;
import org.writ.disclosure.delivery.Delivery.Expired;
import org.writ.disclosure.delivery.Delivery.Frozen;
import org.writ.disclosure.delivery.Delivery.NoData;
import org.writ.disclosure.delivery.Delivery.None;
import org.writ.disclosure.delivery.Delivery.Preparing;
import org.writ.disclosure.delivery.Delivery.Withdrawn;
import org.writ.eventlog.NewEvent;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryDetails;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.review.CaseDecided;

/** What a delivery does when it is asked. */
final class DeliveryRules {

  private DeliveryRules() {}

  /**
   * The events that answer a command; none if there is nothing to do.
   *
   * @param now milliseconds
   * @throws DeliveryRefusal if an agency asked for what is not possible
   * @throws IllegalStateException if the service itself did
   * @throws IllegalArgumentException if a decision cannot be carried out as it stands
   */
  static List<NewEvent> decide(Delivery state, DeliveryCommand command, Instant now) {
    return switch (command) {
      case DeliveryCommand.Open it -> open(state, it);
      case DeliveryCommand.Prepare it -> prepare(state, it, now);
      case DeliveryCommand.FindNothing it ->
          one(new NoDataFound(preparing(state).deliveryId(), it.items()));
      case DeliveryCommand.Fetch it -> fetch(state, it, now);
      case DeliveryCommand.Acknowledge it -> acknowledge(state, it.sha256(), now);
      case DeliveryCommand.AcknowledgeByHandover it -> acknowledgeOrRefuse(state, it, now);
      case DeliveryCommand.Expire _ -> expire(state, now);
      case DeliveryCommand.Withdraw _ -> withdraw(state);
      case DeliveryCommand.Freeze it -> freeze(state, it.suspension());
      case DeliveryCommand.Unfreeze it -> unfreeze(state, it.suspension());
    };
  }

  /** Whether there is anything to deliver; if not, a decision is explicitly left alone. */
  static boolean isToBeDelivered(CaseDecided decision) {
    return !ApprovedItems.preservesOnly(decision) && ApprovedItems.any(decision);
  }

  private static List<NewEvent> open(Delivery state, DeliveryCommand.Open command) {
    if (!isToBeDelivered(command.decision())) {
      return List.of();
    }
    String decisionId = command.decisionId().toString();
    String carriedOut = decision(state);
    if (decisionId.equals(carriedOut)) {
      return List.of();
    }
    if (carriedOut != null) {
      throw new IllegalStateException(
          "Expected one decision for the request; decision %s is carried out already"
              .formatted(carriedOut));
    }
    List<ApprovedItem> items = ApprovedItems.of(command.decision());
    return List.of(
        NewEvent.sealed(
            opened(command, items),
            new DeliveryDetails(
                command.details().getReference(),
                command.details().getIssuingAuthorityName(),
                ApprovedItems.identifiers(items, command.details()))));
  }

  private static DeliveryOpened opened(DeliveryCommand.Open command, List<ApprovedItem> items) {
    CaseDecided decision = command.decision();
    return DeliveryOpened.newBuilder()
        .setDeliveryId(command.deliveryId().toString())
        .setAgency(decision.getAgency())
        .setAgencyName(decision.getAgencyName())
        .setCountry(decision.getCountry())
        .setProcess(decision.getProcess())
        .setRegime(decision.getRegime())
        .setDecision(command.decisionId().toString())
        .setPolicy(decision.getPolicy().getId())
        .setItems(items)
        .setRecipientCertificate(decision.getRecipientCertificate().duplicate())
        .build();
  }

  private static @Nullable String decision(Delivery state) {
    return switch (state) {
      case None _ -> null;
      case Preparing it -> it.decision();
      case NoData it -> it.decision();
      case Available it -> it.decision();
      case Delivered it -> it.decision();
      case Expired it -> it.decision();
      case Withdrawn it -> it.decision();
      case Frozen it -> decision(it.inside());
    };
  }

  private static List<NewEvent> prepare(
      Delivery state, DeliveryCommand.Prepare command, Instant now) {
    return one(
        PackagePrepared.newBuilder()
            .setDeliveryId(preparing(state).deliveryId())
            .setSha256(command.sha256())
            .setSize(command.size())
            .setManifestSha256(command.manifestSha256())
            .setPreparedAt(now)
            .setExpiresAt(command.expiresAt())
            .setItems(command.items())
            .setAccountsDisclosed(command.accountsDisclosed())
            .build());
  }

  private static Preparing preparing(Delivery state) {
    if (state instanceof Preparing preparing) {
      return preparing;
    }
    throw new IllegalStateException(
        "Expected a delivery that is being prepared, found " + state.getClass().getSimpleName());
  }

  private static List<NewEvent> fetch(Delivery state, DeliveryCommand.Fetch command, Instant now) {
    Waiting waiting = waiting(state, now);
    if (!command.held()) {
      throw new DeliveryRefusal.Gone("The package was acknowledged and is deleted by now.");
    }
    return one(new PackageFetched(waiting.deliveryId(), waiting.sha256()));
  }

  private static List<NewEvent> acknowledge(Delivery state, String sha256, Instant now) {
    if (state instanceof Delivered delivered) {
      requireSame(delivered.sha256(), sha256);
      return List.of();
    }
    Waiting waiting = waiting(state, now);
    requireSame(waiting.sha256(), sha256);
    return one(new DeliveryAcknowledged(waiting.deliveryId(), waiting.sha256()));
  }

  /** What an agency that calls here is told at once, one that does not learns from an event. */
  private static List<NewEvent> acknowledgeOrRefuse(
      Delivery state, DeliveryCommand.AcknowledgeByHandover command, Instant now) {
    try {
      return acknowledge(state, command.sha256(), now);
    } catch (DeliveryRefusal refused) {
      return one(
          new AcknowledgementRefused(command.deliveryId(), command.sha256(), refused.reason()));
    }
  }

  private static void requireSame(String expected, String sha256) {
    if (!expected.equalsIgnoreCase(sha256)) {
      throw new DeliveryRefusal.WrongPackage();
    }
  }

  private record Waiting(String deliveryId, String sha256) {}

  private static Waiting waiting(Delivery state, Instant now) {
    return switch (state) {
      case None _, Preparing _ ->
          throw new DeliveryRefusal.NoPackage("The package is still being prepared.");
      case NoData _ ->
          throw new DeliveryRefusal.NoPackage("Nothing was found, so there is no package.");
      case Available it when now.isBefore(it.expiresAt()) ->
          new Waiting(it.deliveryId(), it.sha256());
      case Delivered it when now.isBefore(it.expiresAt()) ->
          new Waiting(it.deliveryId(), it.sha256());
      case Withdrawn _ ->
          throw new DeliveryRefusal.Gone(
              "The request was withdrawn; there is no package any more.");
      case Frozen _ -> throw new DeliveryRefusal.Frozen();
      case Available _, Delivered _, Expired _ ->
          throw new DeliveryRefusal.Gone("The package has expired.");
    };
  }

  private static List<NewEvent> expire(Delivery state, Instant now) {
    return unfrozen(state) instanceof Available available && !now.isBefore(available.expiresAt())
        ? one(new DeliveryExpired(available.deliveryId()))
        : List.of();
  }

  /**
   * What the agency has acknowledged cannot be taken back; what is over, or never was, needs no
   * end.
   */
  private static List<NewEvent> withdraw(Delivery state) {
    return switch (unfrozen(state)) {
      case Preparing it -> one(new DeliveryWithdrawn(it.deliveryId()));
      case Available it -> one(new DeliveryWithdrawn(it.deliveryId()));
      case None _, NoData _, Delivered _, Expired _, Withdrawn _, Frozen _ -> List.of();
    };
  }

  /** Only what can still be prepared or handed over. */
  private static List<NewEvent> freeze(Delivery state, String suspension) {
    if (state instanceof Frozen frozen && frozen.suspension().equals(suspension)) {
      return List.of();
    }
    return switch (unfrozen(state)) {
      case Preparing it -> one(new DeliveryFrozen(it.deliveryId(), suspension));
      case Available it -> one(new DeliveryFrozen(it.deliveryId(), suspension));
      case Delivered it -> one(new DeliveryFrozen(it.deliveryId(), suspension));
      case None _, NoData _, Expired _, Withdrawn _, Frozen _ -> List.of();
    };
  }

  /** Only the end of the suspension that froze it lifts it. */
  private static List<NewEvent> unfreeze(Delivery state, String suspension) {
    return state instanceof Frozen frozen && frozen.suspension().equals(suspension)
        ? one(new DeliveryUnfrozen(deliveryId(frozen.inside()), suspension))
        : List.of();
  }

  private static Delivery unfrozen(Delivery state) {
    return state instanceof Frozen frozen ? frozen.inside() : state;
  }

  private static String deliveryId(Delivery state) {
    return switch (state) {
      case None _ -> throw new IllegalStateException("Expected a delivery, found none");
      case Preparing it -> it.deliveryId();
      case NoData it -> it.deliveryId();
      case Available it -> it.deliveryId();
      case Delivered it -> it.deliveryId();
      case Expired it -> it.deliveryId();
      case Withdrawn it -> it.deliveryId();
      case Frozen it -> deliveryId(it.inside());
    };
  }

  private static List<NewEvent> one(SpecificRecord event) {
    return List.of(NewEvent.open(event));
  }
}
