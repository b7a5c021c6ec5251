package org.writ.disclosure.delivery;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.disclosure.DeliveryOpened;

/**
 * A delivery; written by {@link DeliveryFold} alone. Of tens of thousands of items the sealed part
 * is several megabytes: it is read from the database when it is asked for, and written when it
 * changes. For that its column is used in this class alone, where Hibernate notices.
 */
@Entity
@DynamicUpdate
@Table(name = "delivery")
class DeliveryRow {

  @Id @Column String deliveryId;

  @Column String requestId;

  @Column String agency;

  @Column String agencyName;

  @Column String country;

  @Column String process;

  @Column String regime;

  @Column String decision;

  @Column String policy;

  /** DER. */
  @Column byte[] recipientCertificate;

  /** DeliveryDetails as they came; they open together with {@link #openedEvent}. */
  @Basic(fetch = FetchType.LAZY)
  @Column
  private byte @Nullable [] sealed;

  @Column String openedEvent;

  @Column Instant openedAt;

  @Enumerated(EnumType.STRING)
  @Column
  DeliveryStatus status;

  /** The suspension that froze it. */
  @Column @Nullable String suspension;

  @Column @Nullable String sha256;

  @Column @Nullable Long size;

  @Column @Nullable String manifestSha256;

  @Column @Nullable Instant preparedAt;

  @Column @Nullable Instant expiresAt;

  @Column @Nullable Integer accountsDisclosed;

  @Column int fetches;

  @Column @Nullable Instant lastFetchedAt;

  /** When it was acknowledged, expired, withdrawn, or found to have no data. */
  @Column @Nullable Instant closedAt;

  /** Keeps the event that opened it, and what is about persons in it. */
  void keepDetails(Event opened) {
    sealed = opened.sealed().map(Sealed::ciphertext).orElse(null);
    openedEvent = opened.envelope().id().toString();
  }

  /** DeliveryDetails with the identity that they open with. */
  Sealed sealedDetails() {
    return new Sealed(
        requestId,
        UUID.fromString(openedEvent),
        DeliveryOpened.getClassSchema().getFullName(),
        Objects.requireNonNull(sealed, "a delivery with a sealed part"));
  }

  /** The state that the row tells. */
  Delivery toDelivery() {
    return suspension == null ? inside() : new Delivery.Frozen(inside(), suspension);
  }

  /** Keeps how far it has come; what else an event says is kept with it. */
  void keep(Delivery delivery) {
    status = DeliveryStatus.of(delivery);
    suspension = delivery instanceof Delivery.Frozen frozen ? frozen.suspension() : null;
  }

  private Delivery inside() {
    return switch (status) {
      case PREPARING -> new Delivery.Preparing(deliveryId, decision);
      case NO_DATA -> new Delivery.NoData(deliveryId, decision);
      case AVAILABLE -> new Delivery.Available(deliveryId, decision, packageSha256(), expiry());
      case DELIVERED -> new Delivery.Delivered(deliveryId, decision, packageSha256(), expiry());
      case EXPIRED -> new Delivery.Expired(deliveryId, decision, packageSha256());
      case WITHDRAWN -> new Delivery.Withdrawn(deliveryId, decision);
    };
  }

  /** Hash of the package; only of a delivery that has, or had, one. */
  String packageSha256() {
    return Objects.requireNonNull(sha256, "a delivery with a package");
  }

  private Instant expiry() {
    return Objects.requireNonNull(expiresAt, "a delivery with a package");
  }
}
