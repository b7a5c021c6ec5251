package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
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

/** How the tables of preservations follow from {@code disclosure.deliveries}. */
@ApplicationScoped
class PreservationFold implements Fold {

  private final PreservationRows rows;
  private final PreservationItemRows items;

  PreservationFold(PreservationRows rows, PreservationItemRows items) {
    this.rows = rows;
    this.items = items;
  }

  @Override
  public Topic topic() {
    return Topic.DISCLOSURE_DELIVERIES;
  }

  @Override
  public List<String> tables() {
    return List.of("preservation", "preservation_item");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case PreservationOpened it -> opened(event, it);
      case DataPreserved it -> preserved(next(event, it.getPreservationId()), event.envelope(), it);
      case PreservationProlonged it -> {
        PreservationRow row = next(event, it.getPreservationId());
        row.preservedUntil = it.getUntil();
        row.rule = it.getRule();
        row.extensions = it.getExtension();
      }
      case NothingPreserved it -> close(event, it.getPreservationId());
      case PreservationExpired it -> close(event, it.getPreservationId());
      case PreservationWithdrawn it -> close(event, it.getPreservationId());
      case PreservationFrozen it -> next(event, it.getPreservationId());
      case PreservationUnfrozen it -> next(event, it.getPreservationId());
      // The rows of deliveries follow from these.
      case DeliveryOpened _,
          PackagePrepared _,
          NoDataFound _,
          PackageFetched _,
          DeliveryAcknowledged _,
          AcknowledgementRefused _,
          DeliveryExpired _,
          DeliveryWithdrawn _,
          DeliveryFrozen _,
          DeliveryUnfrozen _ -> {}
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void opened(Event event, PreservationOpened opened) {
    var row = new PreservationRow();
    row.preservationId = opened.getPreservationId();
    row.requestId = event.envelope().subject();
    row.agency = opened.getAgency();
    row.country = opened.getCountry();
    row.regime = opened.getRegime();
    row.decision = opened.getDecision();
    row.policy = opened.getPolicy();
    row.keepDetails(event);
    row.openedAt = event.envelope().time();
    row.keep(Preservation.evolve(new Preservation.None(), opened));
    rows.persist(row);
    items.add(opened.getPreservationId(), opened.getItems());
  }

  private static void preserved(PreservationRow row, Envelope envelope, DataPreserved preserved) {
    row.sha256 = preserved.getSha256();
    row.size = preserved.getSize();
    row.preservedAt = envelope.time();
    row.preservedUntil = preserved.getUntil();
    row.rule = preserved.getRule();
  }

  private void close(Event event, String preservationId) {
    next(event, preservationId).closedAt = event.envelope().time();
  }

  private PreservationRow next(Event event, String preservationId) {
    PreservationRow row = rows.findById(preservationId);
    if (row == null) {
      throw new IllegalStateException("No preservation was opened for " + event.envelope().type());
    }
    row.keep(Preservation.evolve(row.toPreservation(), event.data()));
    return row;
  }
}
