package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;

/** Records that an agency fetches its package, before the first byte leaves. */
@ApplicationScoped
class FetchPackage {

  private final Transactions transactions;
  private final DeliveryStream stream;
  private final DeliveryRows rows;
  private final PackageContent content;

  FetchPackage(
      Transactions transactions, DeliveryStream stream, DeliveryRows rows, PackageContent content) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
    this.content = content;
  }

  /**
   * Records the fetch.
   *
   * @return the delivery, whose package may now be sent; empty if the agency has none of that id
   * @throws DeliveryRefusal if there is no package, or none any more
   */
  Optional<DeliveryView> fetch(String agency, String deliveryId, Actor actor) {
    return transactions.call(
        () -> {
          boolean held =
              rows.ofAgency(agency, deliveryId)
                  .map(row -> row.sha256 != null && content.isHeld(row.sha256))
                  .orElse(false);
          return stream
              .carryOut(agency, deliveryId, new DeliveryCommand.Fetch(held), actor)
              .map(DeliveryView::of);
        });
  }
}
