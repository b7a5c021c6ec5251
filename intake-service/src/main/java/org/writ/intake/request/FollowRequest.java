package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.MessageDetails;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.ClarificationRequested;
import org.writ.intake.request.RequestState.ItemState;

/** Moves a request along with what review and disclosure say about it. */
@ApplicationScoped
public class FollowRequest {

  private static final Actor INTAKE = Actor.service("intake");

  private final RequestRows rows;
  private final EventLog log;
  private final CaseKeys keys;

  FollowRequest(RequestRows rows, EventLog log, CaseKeys keys) {
    this.rows = rows;
    this.log = log;
    this.keys = keys;
  }

  /**
   * Appends the step that follows from an event of another service, if there is one. In the current
   * transaction.
   *
   * @throws IllegalStateException if the request does not exist, or the event cannot happen in its
   *     state
   */
  public void follow(Event input) {
    String id = input.envelope().subject();
    var row = rows.findById(id);
    if (row == null) {
      throw new IllegalStateException(
          input.envelope().type() + " is about a request that was never submitted");
    }
    if (RequestProgress.isNoNews(input.data())) {
      return;
    }
    step(row, input)
        .ifPresent(
            step ->
                log.append(
                    Topic.INTAKE_REQUESTS,
                    id,
                    row.version,
                    INTAKE,
                    input.envelope().id(),
                    List.of(step)));
  }

  private Optional<NewEvent> step(RequestRow row, Event input) {
    return input.data() instanceof ClarificationRequested question
        ? Clarification.decide(state(row), input.envelope().id(), question)
            .map(asked -> sealedAgain(asked, input))
        : RequestProgress.decide(state(row), input.data()).map(NewEvent::open);
  }

  /** The words of a question under this topic's event; without them once the case is erased. */
  private NewEvent sealedAgain(ClarificationAsked asked, Event input) {
    return input
        .sealed()
        .flatMap(part -> keys.open(part, CaseMessageDetails.class))
        .map(words -> NewEvent.sealed(asked, new MessageDetails(words.getText())))
        .orElseGet(() -> NewEvent.open(asked));
  }

  private RequestState state(RequestRow row) {
    Map<String, ItemState> items =
        rows.items(row.id).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    item -> item.itemId, item -> new ItemState(item.decision, item.disclosure)));
    return switch (row.status) {
      case RECEIVED -> new RequestState.Received(items);
      case UNDER_REVIEW -> new RequestState.UnderReview(items);
      case CLARIFICATION_REQUESTED -> new RequestState.Clarifying(items);
      case APPROVED, PARTLY_APPROVED -> new RequestState.Approved(items, row.status);
      case REFUSED -> new RequestState.Refused(items);
      case AVAILABLE -> new RequestState.Available(items, deliveryId(row));
      case NO_DATA, DELIVERED, EXPIRED -> new RequestState.Answered(items, row.status);
      case PRESERVED -> new RequestState.Preserved(items, preservedUntil(row));
      case WITHDRAWN -> new RequestState.Withdrawn(items);
      case UNKNOWN -> throw new IllegalStateException("No request is in state " + row.status);
    };
  }

  private static String deliveryId(RequestRow row) {
    String deliveryId = row.deliveryId;
    if (deliveryId == null) {
      throw new IllegalStateException("An available request has a delivery");
    }
    return deliveryId;
  }

  private static Instant preservedUntil(RequestRow row) {
    Instant until = row.preservedUntil;
    if (until == null) {
      throw new IllegalStateException("A preserved request has a time until when");
    }
    return until;
  }
}
