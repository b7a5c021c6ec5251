package org.writ.intake.request;

import org.writ.events.intake.RequestWithdrawn;

/** Taking a request back. Pure. */
final class Withdrawal {

  private Withdrawal() {}

  /**
   * Decides about the first withdrawal.
   *
   * @throws RequestConflict if the request is answered already, or is frozen
   */
  static RequestWithdrawn decide(Standing standing) {
    standing.requireNotFrozen();
    return switch (standing.status()) {
      case RECEIVED, UNDER_REVIEW, CLARIFICATION_REQUESTED, APPROVED, PARTLY_APPROVED, PRESERVED ->
          new RequestWithdrawn(null);
      case AVAILABLE, DELIVERED ->
          throw new RequestConflict("The data is disclosed; the request cannot be withdrawn.");
      case REFUSED, NO_DATA, EXPIRED, WITHDRAWN, UNKNOWN ->
          throw new RequestConflict(
              "The request is at its end (%s); it cannot be withdrawn."
                  .formatted(standing.status()));
    };
  }
}
