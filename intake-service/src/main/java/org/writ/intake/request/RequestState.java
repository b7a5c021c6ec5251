package org.writ.intake.request;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;

/**
 * How far a request has come, as {@link RequestProgress} needs to know it.
 *
 * <p>Two services move a request, each on a topic of its own: review opens and decides the case,
 * disclosure prepares and hands over. Each topic is in order, the two together are not: a package
 * may be heard of before the decision that it carries out. So everything after the decision exists
 * with and without the decision being known.
 */
sealed interface RequestState {

  /** Every item of the request, by its id. */
  Map<String, ItemState> items();

  /** The status that the agency sees. */
  RequestStatus status();

  /** Whether review's decision has been heard of. */
  default boolean isDecisionKnown() {
    return items().values().stream().allMatch(item -> item.decision() != null);
  }

  /**
   * What is known of one item.
   *
   * @param decision APPROVED or REFUSED; null until the decision is known
   * @param disclosure DISCLOSED or NO_DATA; null until disclosure is known
   */
  record ItemState(@Nullable ItemResult decision, @Nullable ItemResult disclosure) {}

  /** Submitted, and nothing else. */
  record Received(Map<String, ItemState> items) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.RECEIVED;
    }
  }

  /** Its case is open. */
  record UnderReview(Map<String, ItemState> items) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.UNDER_REVIEW;
    }
  }

  /** The reviewers asked the agency something, and it has not answered yet. */
  record Clarifying(Map<String, ItemState> items) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.CLARIFICATION_REQUESTED;
    }
  }

  /**
   * Something was approved, and disclosure has not answered yet.
   *
   * @param status APPROVED or PARTLY_APPROVED
   */
  record Approved(Map<String, ItemState> items, RequestStatus status) implements RequestState {}

  /** Nothing was approved; nothing more will happen. */
  record Refused(Map<String, ItemState> items) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.REFUSED;
    }
  }

  /** A package waits for the agency. */
  record Available(Map<String, ItemState> items, String deliveryId) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.AVAILABLE;
    }
  }

  /**
   * Disclosure has nothing more to do.
   *
   * @param status NO_DATA, DELIVERED or EXPIRED
   */
  record Answered(Map<String, ItemState> items, RequestStatus status) implements RequestState {}

  /**
   * A copy of what is held was put aside.
   *
   * @param until until when it is kept
   */
  record Preserved(Map<String, ItemState> items, Instant until) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.PRESERVED;
    }
  }

  /** The agency took it back; whatever the others did before they heard of it changes nothing. */
  record Withdrawn(Map<String, ItemState> items) implements RequestState {
    @Override
    public RequestStatus status() {
      return RequestStatus.WITHDRAWN;
    }
  }
}
