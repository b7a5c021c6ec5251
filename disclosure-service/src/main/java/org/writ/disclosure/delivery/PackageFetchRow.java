package org.writ.disclosure.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.events.disclosure.PackageFetched;

/** A fetch of a package; written by {@link DeliveryFold} alone. */
@Entity
@Table(name = "package_fetch")
class PackageFetchRow {

  /** UUIDv7: later fetches have greater ones. */
  @Id String eventId;

  @Column String agency;

  @Column String deliveryId;

  @Column String requestId;

  @Column String sha256;

  @Column @Nullable Long size;

  @Column Instant fetchedAt;

  /** Role and opaque id. */
  @Column String actor;

  static PackageFetchRow of(Envelope envelope, PackageFetched fetched, DeliveryRow delivery) {
    var row = new PackageFetchRow();
    row.eventId = envelope.id().toString();
    row.agency = delivery.agency;
    row.deliveryId = delivery.deliveryId;
    row.requestId = delivery.requestId;
    row.sha256 = fetched.getSha256();
    row.size = delivery.size;
    row.fetchedAt = envelope.time();
    row.actor = envelope.actor().toString();
    return row;
  }
}
