package org.writ.review.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.eventlog.Actor;
import org.writ.eventlog.AppendListener;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.SecondReviewDrawn;
import org.writ.events.review.SecondReviewDropped;

/** Draws decisions into the sample when they are made, and drops those that stand no longer. */
@ApplicationScoped
class Drawing implements AppendListener {

  private static final Actor SELF = Actor.service("review");

  private final QualityRows rows;
  private final EventLog log;
  private final Sample sample;

  /**
   * Draws from now on.
   *
   * @param share of the decisions, 0 to 1
   */
  Drawing(
      QualityRows rows, EventLog log, @ConfigProperty(name = "writ.quality.share") double share) {
    this.rows = rows;
    this.log = log;
    this.sample = new Sample(share);
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_CASES;
  }

  @Override
  public void appended(Event event) {
    String caseId = event.envelope().subject();
    switch (event.data()) {
      case CaseDecided decided
          when sample.holds(event.envelope().id(), decided.getItems().size()) ->
          append(
              event,
              new SecondReviewDrawn(
                  event.envelope().id().toString(),
                  event.envelope().time(),
                  decided.getDecidedBy(),
                  decided.getConfirmedBy(),
                  decided.getOutcome().name(),
                  decided.getAgency(),
                  decided.getCountry(),
                  decided.getProcess()));
      case CaseReopened _ ->
          rows.waiting(caseId)
              .ifPresent(row -> append(event, new SecondReviewDropped(row.decision)));
      default -> {
        // Nothing that a second review is about.
      }
    }
  }

  private void append(Event cause, SpecificRecord event) {
    String caseId = cause.envelope().subject();
    log.append(
        Topic.REVIEW_QUALITY,
        caseId,
        log.version(Topic.REVIEW_QUALITY, caseId),
        SELF,
        cause.envelope().id(),
        List.of(NewEvent.open(event)));
  }
}
