package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.events.intake.HandoverAcknowledgementRefused;

/** What disclosure says of acknowledgements that it was passed on from here. */
@ApplicationScoped
public class FollowAcknowledgement {

  private static final Actor INTAKE = Actor.service("intake");

  private final HandoverRows rows;
  private final EventLog log;

  FollowAcknowledgement(HandoverRows rows, EventLog log) {
    this.rows = rows;
    this.log = log;
  }

  /**
   * Notes that an acknowledgement was refused, in the current transaction; the agency is shown it
   * on the package.
   *
   * @throws IllegalStateException if none was passed on for the request
   */
  public void refused(Event input, AcknowledgementRefused refused) {
    String requestId = input.envelope().subject();
    var row = rows.acknowledgement(requestId);
    if (row == null) {
      throw new IllegalStateException(
          "An acknowledgement was refused that was never passed on from here");
    }
    log.append(
        Topic.INTAKE_HANDOVERS,
        requestId,
        log.version(Topic.INTAKE_HANDOVERS, requestId),
        INTAKE,
        input.envelope().id(),
        List.of(
            NewEvent.open(
                new HandoverAcknowledgementRefused(
                    row.agency, refused.getDeliveryId(), refused.getReason()))));
  }
}
