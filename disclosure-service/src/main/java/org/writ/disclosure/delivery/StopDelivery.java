package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.writ.disclosure.delivery.OpenDelivery.DeliveryWaiting;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.events.review.CaseFrozen;
import org.writ.events.review.CaseUnfrozen;

/**
 * Stops deliveries, for good or until the agency's suspension ends, as their cases do. A case
 * without delivery needs nothing to be stopped: what comes later on the topic {@code review.cases}
 * is decided knowing of it.
 */
@ApplicationScoped
public class StopDelivery {

  private static final Logger LOG = Logger.getLogger(StopDelivery.class);
  private static final Actor SELF = Actor.service("disclosure");

  private final DeliveryStream stream;
  private final DeliveryRows rows;
  private final PackageContent content;
  private final jakarta.enterprise.event.Event<DeliveryWaiting> waiting;

  /** With the parts that it puts together. */
  @Inject
  StopDelivery(
      DeliveryStream stream,
      DeliveryRows rows,
      PackageContent content,
      jakarta.enterprise.event.Event<DeliveryWaiting> waiting) {
    this.stream = stream;
    this.rows = rows;
    this.content = content;
    this.waiting = waiting;
  }

  /**
   * Ends the delivery of a withdrawn request and deletes its package, in the current transaction. A
   * package that was acknowledged is the agency's already, and stays as it is.
   */
  public void withdraw(Event event) {
    if (carryOut(event, new DeliveryCommand.Withdraw())) {
      rows.ofRequest(event.envelope().subject()).map(row -> row.sha256).ifPresent(content::delete);
      LOG.infof("Delivery withdrawn, requestId=%s", event.envelope().subject());
    }
  }

  /** Freezes the delivery, in the current transaction. */
  public void freeze(Event event, CaseFrozen frozen) {
    carryOut(event, new DeliveryCommand.Freeze(frozen.getSuspension()));
  }

  /** Ends the freezing, in the current transaction; what was not prepared yet is prepared then. */
  public void unfreeze(Event event, CaseUnfrozen unfrozen) {
    if (carryOut(event, new DeliveryCommand.Unfreeze(unfrozen.getSuspension()))) {
      waiting.fire(new DeliveryWaiting());
    }
  }

  private boolean carryOut(Event event, DeliveryCommand command) {
    return stream.carryOut(
        stream.read(event.envelope().subject()), command, SELF, event.envelope().id());
  }
}
