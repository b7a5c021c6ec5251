package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.intake.agency.SuspensionListener;

/**
 * Stops everything that a suspended agency asked for, and ends what a closed one did. A request is
 * frozen if something can still happen with it: it is not at its end, or its package can still be
 * fetched.
 */
@ApplicationScoped
public class FreezeRequests implements SuspensionListener {

  private final RequestRows rows;
  private final EventLog log;
  private final Clock clock;

  FreezeRequests(RequestRows rows, EventLog log, Clock clock) {
    this.rows = rows;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Freezes what the agency has open, in the current transaction.
   *
   * @param suspension id of the AgencySuspended event
   * @return how many requests
   */
  @Override
  public int suspended(String agency, Actor actor, UUID suspension) {
    var open = rows.toFreeze(agency, clock.instant());
    for (var request : open) {
      append(request, new RequestFrozen(suspension.toString()), actor, suspension);
    }
    return open.size();
  }

  /**
   * Lets go on what this suspension froze, in the current transaction.
   *
   * @param suspension id of the AgencySuspended event that ended
   * @return how many requests
   */
  @Override
  public int reinstated(String agency, Actor actor, UUID suspension) {
    var frozen = rows.frozenBy(agency, suspension.toString());
    for (var request : frozen) {
      append(request, new RequestUnfrozen(suspension.toString()), actor, suspension);
    }
    return frozen.size();
  }

  /**
   * Takes back what a closed agency waits for, as nobody is there to hand data to, in the current
   * transaction. Nothing stays frozen: what is withdrawn is so before it is let go, and what was
   * answered comes to its end by itself.
   *
   * @param closure id of the AgencyClosed event
   * @return how many requests were withdrawn
   */
  @Override
  public int closed(String agency, Actor actor, UUID closure) {
    var unanswered = rows.toWithdraw(agency);
    for (var request : unanswered) {
      append(request, new RequestWithdrawn(null), actor, closure);
    }
    for (var frozen : rows.frozen(agency)) {
      append(frozen.request(), new RequestUnfrozen(frozen.suspension()), actor, closure);
    }
    return unanswered.size();
  }

  private void append(RequestRows.Version request, SpecificRecord event, Actor actor, UUID cause) {
    log.append(
        Topic.INTAKE_REQUESTS,
        request.id(),
        request.version(),
        actor,
        cause,
        List.of(NewEvent.open(event)));
    rows.forget(request.id());
  }
}
