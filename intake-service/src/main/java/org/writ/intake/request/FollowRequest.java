package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.intake.request.RequestState.ItemState;

/** Moves a request along with what review and disclosure say about it. */
@ApplicationScoped
public class FollowRequest {

  private static final Actor INTAKE = Actor.service("intake");

  private final RequestRows rows;
  private final EventLog log;

  FollowRequest(RequestRows rows, EventLog log) {
    this.rows = rows;
    this.log = log;
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
    RequestProgress.decide(state(row), input.data())
        .ifPresent(
            step ->
                log.append(
                    Topic.INTAKE_REQUESTS,
                    id,
                    row.version,
                    INTAKE,
                    input.envelope().id(),
                    List.of(NewEvent.open(step))));
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
      case APPROVED, PARTLY_APPROVED -> new RequestState.Approved(items, row.status);
      case REFUSED -> new RequestState.Refused(items);
      case AVAILABLE -> new RequestState.Available(items, deliveryId(row));
      case NO_DATA, DELIVERED, EXPIRED -> new RequestState.Answered(items, row.status);
      case UNKNOWN, CLARIFICATION_REQUESTED, PRESERVED, WITHDRAWN ->
          throw new IllegalStateException("No request reaches " + row.status + " yet");
    };
  }

  private static String deliveryId(RequestRow row) {
    String deliveryId = row.deliveryId;
    if (deliveryId == null) {
      throw new IllegalStateException("An available request has a delivery");
    }
    return deliveryId;
  }
}
