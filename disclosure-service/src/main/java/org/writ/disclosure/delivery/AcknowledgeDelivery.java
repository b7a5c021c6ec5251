package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.Transactions;
import org.writ.events.intake.HandoverPackageAcknowledged;

/** An agency confirms that it has its package. */
@ApplicationScoped
public class AcknowledgeDelivery {

  private static final Logger LOG = Logger.getLogger(AcknowledgeDelivery.class);

  private final Transactions transactions;
  private final DeliveryStream stream;
  private final DeliveryRows rows;

  AcknowledgeDelivery(Transactions transactions, DeliveryStream stream, DeliveryRows rows) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
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

  /**
   * Takes what an agency confirmed over the handover interface, in the current transaction: its
   * delivery is acknowledged, or an event says why not.
   *
   * @throws IllegalStateException if the agency has no such delivery: intake knows of it from here
   */
  public void acknowledge(Event event, HandoverPackageAcknowledged acknowledged) {
    String requestId = event.envelope().subject();
    boolean isKnown =
        rows.ofAgency(acknowledged.getAgency(), acknowledged.getDeliveryId())
            .filter(row -> row.requestId.equals(requestId))
            .isPresent();
    if (!isKnown) {
      throw new IllegalStateException(
          "Expected delivery %s of agency %s for the request; there is none"
              .formatted(acknowledged.getDeliveryId(), acknowledged.getAgency()));
    }
    stream.carryOut(
        stream.read(requestId),
        new DeliveryCommand.AcknowledgeByHandover(
            acknowledged.getDeliveryId(), acknowledged.getSha256()),
        event.envelope().actor(),
        event.envelope().id());
    LOG.infof("Acknowledgement by handover taken in, requestId=%s", requestId);
  }
}
