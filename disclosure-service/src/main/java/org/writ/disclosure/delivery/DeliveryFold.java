package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryFrozen;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.DeliveryUnfrozen;
import org.writ.events.disclosure.DeliveryWithdrawn;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;

/** How the tables of deliveries follow from {@code disclosure.deliveries}. */
@ApplicationScoped
class DeliveryFold implements Fold {

  private final DeliveryRows rows;
  private final DeliveryItemRows items;
  private final PackageFetchRows fetches;

  DeliveryFold(DeliveryRows rows, DeliveryItemRows items, PackageFetchRows fetches) {
    this.rows = rows;
    this.items = items;
    this.fetches = fetches;
  }

  @Override
  public Topic topic() {
    return Topic.DISCLOSURE_DELIVERIES;
  }

  @Override
  public List<String> tables() {
    return List.of("delivery", "delivery_item", "delivery_item_disclosure", "package_fetch");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case DeliveryOpened it -> opened(event, it);
      case PackagePrepared it -> prepared(next(event, it.getDeliveryId()), it);
      case NoDataFound it -> {
        next(event, it.getDeliveryId()).closedAt = event.envelope().time();
        items.found(it.getDeliveryId(), it.getItems());
      }
      case PackageFetched it -> {
        DeliveryRow row = next(event, it.getDeliveryId());
        row.fetches++;
        row.lastFetchedAt = event.envelope().time();
        fetches.persist(PackageFetchRow.of(event.envelope(), it, row));
      }
      case DeliveryAcknowledged it ->
          next(event, it.getDeliveryId()).closedAt = event.envelope().time();
      case AcknowledgementRefused it -> next(event, it.getDeliveryId());
      case DeliveryExpired it -> next(event, it.getDeliveryId()).closedAt = event.envelope().time();
      case DeliveryWithdrawn it ->
          next(event, it.getDeliveryId()).closedAt = event.envelope().time();
      case DeliveryFrozen it -> next(event, it.getDeliveryId());
      case DeliveryUnfrozen it -> next(event, it.getDeliveryId());
      // The rows of preservations follow from these.
      case PreservationOpened _,
          DataPreserved _,
          NothingPreserved _,
          PreservationProlonged _,
          PreservationExpired _,
          PreservationWithdrawn _,
          PreservationFrozen _,
          PreservationUnfrozen _ -> {}
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void opened(Event event, DeliveryOpened opened) {
    Envelope envelope = event.envelope();
    var row = new DeliveryRow();
    row.deliveryId = opened.getDeliveryId();
    row.requestId = envelope.subject();
    row.agency = opened.getAgency();
    row.agencyName = opened.getAgencyName();
    row.country = opened.getCountry();
    row.process = opened.getProcess();
    row.regime = opened.getRegime();
    row.decision = opened.getDecision();
    row.policy = opened.getPolicy();
    row.recipientCertificate = bytes(opened.getRecipientCertificate());
    row.keepDetails(event);
    row.openedAt = envelope.time();
    row.keep(Delivery.evolve(new Delivery.None(), opened));
    rows.persist(row);
    items.add(opened.getDeliveryId(), opened.getItems());
  }

  private DeliveryRow next(Event event, String deliveryId) {
    DeliveryRow row = rows.findById(deliveryId);
    if (row == null) {
      throw new IllegalStateException("No delivery was opened for " + event.envelope().type());
    }
    row.keep(Delivery.evolve(row.toDelivery(), event.data()));
    return row;
  }

  private void prepared(DeliveryRow row, PackagePrepared prepared) {
    row.sha256 = prepared.getSha256();
    row.size = prepared.getSize();
    row.manifestSha256 = prepared.getManifestSha256();
    row.preparedAt = prepared.getPreparedAt();
    row.expiresAt = prepared.getExpiresAt();
    row.accountsDisclosed = prepared.getAccountsDisclosed();
    items.found(row.deliveryId, prepared.getItems());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
