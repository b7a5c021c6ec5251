package org.writ.disclosure.delivery;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;

/** How far the delivery of a request has come. */
sealed interface Delivery {

  /** Nothing was approved so far. */
  record None() implements Delivery {}

  /** Its package has to be prepared. */
  record Preparing(String deliveryId, String decision) implements Delivery {}

  /** Nothing that was approved is held. */
  record NoData(String deliveryId, String decision) implements Delivery {}

  /**
   * The package waits.
   *
   * @param sha256 of the encrypted package, hex
   * @param expiresAt until when (exclusive) it can be fetched
   */
  record Available(String deliveryId, String decision, String sha256, Instant expiresAt)
      implements Delivery {}

  /** The agency confirmed that it has the package. */
  record Delivered(String deliveryId, String decision, String sha256, Instant expiresAt)
      implements Delivery {}

  /** The package was not acknowledged in time and is deleted. */
  record Expired(String deliveryId, String decision, String sha256) implements Delivery {}

  /**
   * The agency took its request back before it had the package: whatever was prepared is deleted.
   */
  record Withdrawn(String deliveryId, String decision) implements Delivery {}

  /**
   * The agency is suspended: nothing is prepared or handed over until that ends. Meanwhile it can
   * expire or be withdrawn.
   *
   * @param inside how far it has come
   * @param suspension ce_id of the event that suspended the agency
   */
  record Frozen(Delivery inside, String suspension) implements Delivery {

    /** Refuses to freeze what is frozen, or what does not exist. */
    public Frozen {
      if (inside instanceof Frozen || inside instanceof None) {
        throw new IllegalArgumentException("Expected a delivery that is not frozen");
      }
    }
  }

  /**
   * The state after an event.
   *
   * @throws IllegalStateException if the event cannot follow on the state: the log contradicts
   *     itself
   */
  static Delivery evolve(Delivery state, SpecificRecord event) {
    return switch (event) {
      case DeliveryOpened it when state instanceof None ->
          new Preparing(it.getDeliveryId(), it.getDecision());
      case PackagePrepared it when state instanceof Preparing preparing ->
          new Available(
              preparing.deliveryId(), preparing.decision(), it.getSha256(), it.getExpiresAt());
      case NoDataFound _ when state instanceof Preparing preparing ->
          new NoData(preparing.deliveryId(), preparing.decision());
      case PackageFetched _ when state instanceof Available || state instanceof Delivered -> state;
      case AcknowledgementRefused _ when !(state instanceof None) -> state;
      case DeliveryAcknowledged _ when state instanceof Available available ->
          new Delivered(
              available.deliveryId(),
              available.decision(),
              available.sha256(),
              available.expiresAt());
      case DeliveryExpired _ when state instanceof Available available ->
          new Expired(available.deliveryId(), available.decision(), available.sha256());
      case DeliveryWithdrawn _ when state instanceof Preparing preparing ->
          new Withdrawn(preparing.deliveryId(), preparing.decision());
      case DeliveryWithdrawn _ when state instanceof Available available ->
          new Withdrawn(available.deliveryId(), available.decision());
      case DeliveryFrozen it when state instanceof Frozen frozen ->
          new Frozen(frozen.inside(), it.getSuspension());
      case DeliveryFrozen it when !(state instanceof None) -> new Frozen(state, it.getSuspension());
      case DeliveryUnfrozen it
          when state instanceof Frozen frozen && frozen.suspension().equals(it.getSuspension()) ->
          frozen.inside();
      case DeliveryWithdrawn _, DeliveryExpired _ when state instanceof Frozen frozen ->
          new Frozen(evolve(frozen.inside(), event), frozen.suspension());
      default ->
          throw new IllegalStateException(
              "%s cannot follow on a delivery that is %s"
                  .formatted(event.getSchema().getName(), state.getClass().getSimpleName()));
    };
  }
}
