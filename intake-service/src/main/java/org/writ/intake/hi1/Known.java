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
    if (now == null) {
      return switch (object.type()) {
        case AUTHORISATION -> cancelled() ? ObjectStatus.CANCELLED : ObjectStatus.AWAITING_APPROVAL;
        case LD_TASK -> ObjectStatus.AWAITING_APPROVAL;
        case LP_TASK -> ObjectStatus.AWAITING_PRESERVATION;
        case DOCUMENT, NOTIFICATION, DELIVERY -> null;
      };
    }
    return ObjectProgress.status(object.type(), now.status(), now.result(itemId));
  }

  /**
   * The generation that it is shown with: it counts what its owner did with it and what we changed
   * of it, and never falls.
   */
  long generation() {
    var progress = progress();
    return ownGeneration + (progress == null ? 0 : progress.changes());
  }

  /** When it changed last, by its owner or by us. */
  Instant lastChanged() {
    var progress = progress();
    var newest = progress == null ? null : progress.newest();
    return newest != null && newest.isAfter(changedAt) ? newest : changedAt;
  }

  private @Nullable ObjectProgress progress() {
    var now = standing;
    return now == null ? null : ObjectProgress.of(object.type(), now, itemId);
  }
}
