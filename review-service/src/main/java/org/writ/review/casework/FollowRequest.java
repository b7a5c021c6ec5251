package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.MessageDetails;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.review.CaseDocumentDetails;
import org.writ.events.review.CaseMessageDetails;

/** Keeps a case up with its request. */
@ApplicationScoped
public class FollowRequest {

  private final CaseRows rows;
  private final CaseKeys keys;
  private final EventLog log;

  FollowRequest(CaseRows rows, CaseKeys keys, EventLog log) {
    this.rows = rows;
    this.keys = keys;
    this.log = log;
  }

  /**
   * Appends what an event of the request means for its case, in the current transaction. What the
   * event says about persons is sealed anew under this service's event; if the case's key was
   * erased by now, it has no such part.
   *
   * @throws IllegalStateException if the request has no case
   */
  public void on(Event input) {
    String id = input.envelope().subject();
    CaseRow row =
        rows.lock(id)
            .orElseThrow(() -> new IllegalStateException("Expected a case for the request"));
    Following.decide(row.standing(), input.data())
        .ifPresent(
            followed ->
                log.append(
                    Topic.REVIEW_CASES,
                    id,
                    row.version,
                    Actor.service("review"),
                    input.envelope().id(),
                    List.of(
                        personal(input)
                            .map(details -> NewEvent.sealed(followed, details))
                            .orElseGet(() -> NewEvent.open(followed)))));
  }

  /** The reason of a withdrawal is the agency's own affair, and is not taken over. */
  private Optional<SpecificRecord> personal(Event input) {
    return switch (input.data()) {
      case ClarificationAnswered _, RequestSupplemented _ ->
          opened(input, MessageDetails.class)
              .map(details -> new CaseMessageDetails(details.getText()));
      case DocumentReceived _ ->
          opened(input, DocumentDetails.class)
              .map(details -> new CaseDocumentDetails(details.getFileName()));
      default -> Optional.empty();
    };
  }

  private <T extends SpecificRecord> Optional<T> opened(Event input, Class<T> type) {
    return input.sealed().flatMap(part -> keys.open(part, type));
  }
}
