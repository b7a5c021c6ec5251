package org.writ.intake.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/**
 * Where a request stands, as far as what its agency may do depends on it.
 *
 * @param status that the agency sees
 * @param process the legal process that it rests on
 * @param regime the law that the process is used under
 * @param frozen whether the agency is suspended
 * @param dueAt when it has to be answered; not counting a deadline that waits
 * @param question the question that waits for an answer; null if there is none
 * @param clockStoppedAt since when the deadline waits; null if it does not
 * @param preservedUntil until when data is preserved; null if none is
 * @param extensions how often the preservation was extended
 */
record Standing(
    RequestStatus status,
    String process,
    String regime,
    boolean frozen,
    Instant dueAt,
    @Nullable UUID question,
    @Nullable Instant clockStoppedAt,
    @Nullable Instant preservedUntil,
    int extensions) {

  static Standing of(RequestRow row) {
    String question = row.question;
    return new Standing(
        row.status,
        row.process,
        row.regime,
        row.frozenBy != null,
        row.dueAt,
        question == null ? null : UUID.fromString(question),
        row.clockStoppedAt,
        row.preservedUntil,
        row.extensions);
  }

  /**
   * Refuses every change by the agency while it is suspended.
   *
   * @throws RequestConflict if the request is frozen
   */
  void requireNotFrozen() {
    if (frozen) {
      throw new RequestConflict(
          "The request is frozen because the agency is suspended; nothing can be changed.");
    }
  }

  /** Whether nothing more will happen with the request. */
  boolean isFinal() {
    return switch (status) {
      case REFUSED, NO_DATA, DELIVERED, EXPIRED, WITHDRAWN -> true;
      case UNKNOWN,
          RECEIVED,
          UNDER_REVIEW,
          CLARIFICATION_REQUESTED,
          APPROVED,
          PARTLY_APPROVED,
          AVAILABLE,
          PRESERVED ->
          false;
    };
  }
}
