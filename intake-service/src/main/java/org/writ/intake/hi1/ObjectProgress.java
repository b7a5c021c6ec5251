package org.writ.intake.hi1;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.hi1.RequestStanding.Aside;
import org.writ.intake.hi1.RequestStanding.Step;

/**
 * What the receiver changed of an object since its request was submitted. Pure. Each step of the
 * history that gave it another status counts, so that the number never falls, also where a refused
 * request is reviewed once more.
 *
 * @param changes how many
 * @param newest when the newest was; null if there is none
 */
record ObjectProgress(long changes, @Nullable Instant newest) {

  private static final ObjectProgress NONE = new ObjectProgress(0, null);

  /** Statuses of a request that disclosure brings about, sometimes before its decision is known. */
  private static final Set<RequestStatus> OF_DISCLOSURE =
      EnumSet.of(
          RequestStatus.AVAILABLE,
          RequestStatus.NO_DATA,
          RequestStatus.PRESERVED,
          RequestStatus.DELIVERED,
          RequestStatus.EXPIRED);

  /**
   * The changes of an object.
   *
   * @param itemId the item that it asks for; null if it is no task
   */
  static ObjectProgress of(ObjectType type, RequestStanding standing, @Nullable String itemId) {
    var progress = NONE;
    var steps = standing.steps();
    ObjectStatus before = status(type, steps.getFirst().status(), null);
    if (before == null) {
      return NONE;
    }
    for (Step step : steps.subList(1, steps.size())) {
      ObjectStatus status =
          status(type, step.status(), resultAt(step.status(), standing.result(itemId)));
      if (status != null && status != before) {
        progress = progress.and(1, at(step, status, standing.aside()));
        before = status;
      }
    }
    var extendedAt = standing.aside().extendedAt();
    return type == ObjectType.LP_TASK && extendedAt != null
        ? progress.and(standing.aside().extensions(), extendedAt)
        : progress;
  }

  /**
   * The status of an object; null if objects of its type have none.
   *
   * @param request the request's status
   * @param result the state of its item; null if nothing is known of it
   */
  static @Nullable ObjectStatus status(
      ObjectType type, RequestStatus request, @Nullable ItemResult result) {
    return switch (type) {
      case AUTHORISATION -> ObjectStatus.ofAuthorisation(request);
      case LD_TASK -> ObjectStatus.ofDisclosureTask(request, result);
      case LP_TASK -> ObjectStatus.ofPreservationTask(request, result);
      case DOCUMENT, NOTIFICATION, DELIVERY -> null;
    };
  }

  /**
   * What was known of an item when its request reached a status, from what is known of it now. An
   * item that was refused alone stays refused; one that was refused with its whole request may be
   * decided anew.
   */
  private static @Nullable ItemResult resultAt(RequestStatus status, @Nullable ItemResult now) {
    return switch (status) {
      case RECEIVED, UNDER_REVIEW, CLARIFICATION_REQUESTED, UNKNOWN -> null;
      case REFUSED -> ItemResult.REFUSED;
      case APPROVED, PARTLY_APPROVED ->
          now == ItemResult.REFUSED ? ItemResult.REFUSED : ItemResult.APPROVED;
      case AVAILABLE, NO_DATA, PRESERVED, DELIVERED, EXPIRED, WITHDRAWN -> now;
    };
  }

  /** A refusal that was told after the package is as new as the decision, not as the package. */
  private static Instant at(Step step, ObjectStatus status, Aside aside) {
    Instant late = aside.decidedAt();
    return late != null
            && status == ObjectStatus.REJECTED
            && OF_DISCLOSURE.contains(step.status())
            && late.isAfter(step.at())
        ? late
        : step.at();
  }

  private ObjectProgress and(long more, Instant at) {
    return new ObjectProgress(changes + more, newest == null || at.isAfter(newest) ? at : newest);
  }
}
