package org.writ.transparency.facts;

import java.time.Instant;
import org.writ.eventlog.Event;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryExpired;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.PackageFetched;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;

/** How events change what is known of a request. Pure; no field of a sealed part is looked at. */
final class Counting {

  private Counting() {}

  /**
   * The facts after an event.
   *
   * @throws IllegalArgumentException if the event's type is unknown: it may have to be counted
   */
  static RequestFacts apply(RequestFacts facts, Event event) {
    Instant at = event.envelope().time();
    return switch (event.data()) {
      case RequestSubmitted submitted -> facts.submitted(submitted);
      case RequestProgressed progressed ->
          progressed.getStatus() == RequestStatus.WITHDRAWN ? facts.withdrawn(at) : facts;
      case CaseDecided decided -> facts.decided(decided, at);
      case PackagePrepared prepared -> facts.prepared(prepared, at);
      case NoDataFound nothing -> facts.nothingFound(nothing, at);
      case AgencyRegistered registered -> facts;
      case CaseOpened opened -> facts;
      case CaseClaimed claimed -> facts;
      case CaseReleased released -> facts;
      case CaseRead read -> facts;
      case DeliveryOpened opened -> facts;
      case PackageFetched fetched -> facts;
      case DeliveryAcknowledged acknowledged -> facts;
      case DeliveryExpired expired -> facts;
      default ->
          throw new IllegalArgumentException(
              "Expected an event that is known here, found " + event.envelope().type());
    };
  }
}
