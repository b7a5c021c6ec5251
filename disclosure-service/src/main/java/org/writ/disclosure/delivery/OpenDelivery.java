package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.Ids;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;

/** Opens a delivery when a case is decided. */
@ApplicationScoped
public class OpenDelivery {

  private static final Actor SELF = Actor.service("disclosure");

  private final DeliveryStream stream;
  private final CaseKeys keys;
  private final Ids ids;
  private final jakarta.enterprise.event.Event<DeliveryWaiting> waiting;

  /** With the parts that it puts together. */
  @Inject
  OpenDelivery(
      DeliveryStream stream,
      CaseKeys keys,
      Ids ids,
      jakarta.enterprise.event.Event<DeliveryWaiting> waiting) {
    this.stream = stream;
    this.keys = keys;
    this.ids = ids;
    this.waiting = waiting;
  }

  /**
   * A delivery was opened, and its package is to be prepared once the transaction has committed.
   */
  record DeliveryWaiting() {}

  /**
   * Carries out a decision, in the current transaction. One that approves nothing, or that only
   * preserves, opens no delivery.
   *
   * @throws IllegalStateException if the decision approves something although the case's key is
   *     erased, or another decision was carried out for the request: somebody has to look at that
   * @throws IllegalArgumentException if what it approves cannot be disclosed
   */
  public void carryOut(Event event, CaseDecided decision) {
    if (!DeliveryRules.isToBeDelivered(decision)) {
      return;
    }
    DecisionDetails details =
        event
            .sealed()
            .flatMap(part -> keys.open(part, DecisionDetails.class))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a decision that can be read; the key of its case is erased"));
    var command = new DeliveryCommand.Open(ids.next(), event.envelope().id(), decision, details);
    DeliveryStream.Read read = stream.read(event.envelope().subject());
    if (stream.carryOut(read, command, SELF, event.envelope().id())) {
      waiting.fire(new DeliveryWaiting());
    }
  }
}
