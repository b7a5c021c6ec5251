package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;

/** An agency confirms that it has its package. */
@ApplicationScoped
class AcknowledgeDelivery {

  private final Transactions transactions;
  private final DeliveryStream stream;

  AcknowledgeDelivery(Transactions transactions, DeliveryStream stream) {
    this.transactions = transactions;
    this.stream = stream;
  }

  /**
   * Records the acknowledgement; the same one again changes nothing.
   *
   * @param sha256 of the encrypted package, hex
   * @return the delivery; empty if the agency has none of that id
   * @throws DeliveryRefusal if it is not the package's hash, or there is no package, or none any
   *     more
   */
  Optional<DeliveryView> acknowledge(String agency, String deliveryId, String sha256, Actor actor) {
    return transactions.call(
        () ->
            stream
                .carryOut(agency, deliveryId, new DeliveryCommand.Acknowledge(sha256), actor)
                .map(DeliveryView::of));
  }
}
