package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;

/**
 * The events of a request's delivery: reads its state, decides, appends. Works in the caller's
 * transaction.
 */
@ApplicationScoped
class DeliveryStream {

  private final DeliveryRows rows;
  private final EventLog log;
  private final Clock clock;

  DeliveryStream(DeliveryRows rows, EventLog log, Clock clock) {
    this.rows = rows;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A delivery that was read.
   *
   * @param version that the state was read at
   */
  record Read(String requestId, Delivery state, long version) {}

  /** Reads the delivery of a request, which may be none. */
  Read read(String requestId) {
    return new Read(
        requestId,
        rows.ofRequest(requestId).map(DeliveryRow::toDelivery).orElseGet(Delivery.None::new),
        log.version(Topic.DISCLOSURE_DELIVERIES, requestId));
  }

  /**
   * Decides on what was read and appends.
   *
   * @return whether anything came of it
   * @throws org.writ.eventlog.ConcurrentChange if the delivery has changed since it was read
   */
  boolean carryOut(Read read, DeliveryCommand command, Actor actor, @Nullable UUID cause) {
    List<NewEvent> events =
        DeliveryRules.decide(read.state(), command, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!events.isEmpty()) {
      log.append(
          Topic.DISCLOSURE_DELIVERIES, read.requestId(), read.version(), actor, cause, events);
    }
    return !events.isEmpty();
  }

  /**
   * Reads, decides and appends for an agency's delivery; empty if the agency has none of that id.
   */
  Optional<DeliveryRow> carryOut(
      String agency, String deliveryId, DeliveryCommand command, Actor actor) {
    Optional<DeliveryRow> row = rows.ofAgency(agency, deliveryId);
    row.ifPresent(found -> carryOut(read(found.requestId), command, actor, null));
    return row;
  }
}
