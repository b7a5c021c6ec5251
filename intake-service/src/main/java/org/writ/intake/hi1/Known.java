package org.writ.intake.hi1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object that is kept for an agency.
 *
 * @param object as its owner wrote it
 * @param requestId the request that it belongs to, or will belong to once there are tasks
 * @param itemId the item that it asks for; null if it is no task
 * @param ownGeneration counts what its owner did with it, from 1
 * @param changedAt when its owner did so last
 * @param standing of the request; null if it is not submitted yet
 * @param tasks number of the request's tasks
 */
record Known(
    HandoverObject object,
    String requestId,
    @Nullable String itemId,
    long ownGeneration,
    Instant changedAt,
    @Nullable RequestStanding standing,
    int tasks) {

  /** Whether its owner took it back. */
  boolean cancelled() {
    return object.desiredStatus().filter(HandoverRules.CANCELLED::equals).isPresent();
  }

  /** The status that it is shown with; null if objects of its type have none. */
  @Nullable ObjectStatus status() {
    var now = standing;
    return switch (object.type()) {
      case AUTHORISATION -> ObjectStatus.ofAuthorisation(cancelled(), now);
      case LD_TASK ->
          now == null ? ObjectStatus.AWAITING_APPROVAL : ObjectStatus.ofDisclosureTask(now, itemId);
      case LP_TASK ->
          now == null
              ? ObjectStatus.AWAITING_PRESERVATION
              : ObjectStatus.ofPreservationTask(now, itemId);
      case DOCUMENT, NOTIFICATION, DELIVERY -> null;
    };
  }

  /**
   * The generation that it is shown with: it rises with what its owner does and with its status.
   */
  long generation() {
    var status = status();
    return ownGeneration + (status == null ? 0 : status.rank());
  }

  /** When it changed last, by its owner or by its status. */
  Instant lastChanged() {
    var status = status();
    var now = standing;
    return now == null
            || status == null
            || status.rank() == 0
            || now.changedAt().isBefore(changedAt)
        ? changedAt
        : now.changedAt();
  }
}
