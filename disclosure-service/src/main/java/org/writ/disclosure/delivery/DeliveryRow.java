package org.writ.disclosure.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A delivery; written by {@link DeliveryFold} alone. */
@Entity
@Table(name = "delivery")
class DeliveryRow {

  @Id
  @Column(name = "delivery_id")
  String deliveryId;

  @Column(name = "request_id")
  String requestId;

  @Column(name = "agency")
  String agency;

  @Column(name = "agency_name")
  String agencyName;

  @Column(name = "country")
  String country;

  @Column(name = "process")
  String process;

  @Column(name = "regime")
  String regime;

  @Column(name = "decision")
  String decision;

  @Column(name = "policy")
  String policy;

  /** DER. */
  @Column(name = "recipient_certificate")
  byte[] recipientCertificate;

  /** DeliveryDetails as they came; they open together with {@link #openedEvent}. */
  @Column(name = "sealed")
  byte @Nullable [] sealed;

  @Column(name = "opened_event")
  String openedEvent;

  @Column(name = "opened_at")
  Instant openedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  DeliveryStatus status;

  /** The suspension that froze it. */
  @Column(name = "suspension")
  @Nullable String suspension;

  @Column(name = "sha256")
  @Nullable String sha256;

  @Column(name = "size")
  @Nullable Long size;

  @Column(name = "manifest_sha256")
  @Nullable String manifestSha256;

  @Column(name = "prepared_at")
  @Nullable Instant preparedAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "accounts_disclosed")
  @Nullable Integer accountsDisclosed;

  @Column(name = "fetches")
  int fetches;

  @Column(name = "last_fetched_at")
  @Nullable Instant lastFetchedAt;

  /** When it was acknowledged, expired, withdrawn, or found to have no data. */
  @Column(name = "closed_at")
  @Nullable Instant closedAt;

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
