package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Actor;
import org.writ.eventlog.AppendListener;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.events.review.CaseReleased;
import org.writ.events.review.ConflictDeclared;

/**
 * Frees the cases that somebody holds of an agency about which they are in a conflict of interest
 * from now on: they cannot give them back themselves, because these cases exist for them no longer.
 */
@ApplicationScoped
class Recusal implements AppendListener {

  private static final Actor SELF = Actor.service("review");

  private final CaseRows rows;
  private final EventLog log;

  Recusal(CaseRows rows, EventLog log) {
    this.rows = rows;
    this.log = log;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_CONFLICTS;
  }

  @Override
  public void appended(Event event) {
    if (event.data() instanceof ConflictDeclared declared) {
      String agency = event.envelope().subject();
      String holder = declared.getReviewer();
      for (CaseRow row : rows.lockHeld(agency, holder, event.envelope().time())) {
        log.append(
            Topic.REVIEW_CASES,
            row.id,
            row.version,
            SELF,
            event.envelope().id(),
            List.of(NewEvent.open(new CaseReleased(holder))));
      }
    }
  }
}
