package org.writ.intake.request;

import org.writ.events.intake.RequestSupplemented;

/** Adding something to a request that nobody asked for. Pure. */
final class Supplement {

  private Supplement() {}

  /**
   * Decides about a supplement.
   *
   * @throws RequestConflict if the request is at its end, or is frozen
   */
  static RequestSupplemented decide(Standing standing) {
    standing.requireNotFrozen();
    if (standing.isFinal()) {
      throw new RequestConflict(
          "The request is at its end (%s); submit a new one.".formatted(standing.status()));
    }
    return new RequestSupplemented(null);
  }
}
