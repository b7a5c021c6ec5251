package org.writ.review.casework;

import java.time.Instant;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.ClarificationRequested;

/** Asks the agency. Pure. */
final class Asking {

  private Asking() {}

  /**
   * The question. The deadline waits for the answer where the request's regime says so; the claim
   * stays with its holder.
   *
   * @param erased whether the case's key is erased
   * @throws CaseConflict if the reviewer does not hold the case, it is frozen, decided, withdrawn,
   *     erased, or another question is not answered yet
   */
  static NewEvent ask(
      Standing standing,
      CaseOpened file,
      boolean erased,
      String question,
      String reviewer,
      Instant now) {
    Claiming.requireWorkable(standing, reviewer, now);
    if (standing.matter().proposedBy() != null) {
      throw new CaseConflict(
          "A decision waits for you to confirm it or to object to it; ask once you have objected.");
    }
    if (standing.matter().question() != null) {
      throw new CaseConflict("The agency is asked already and has not answered yet.");
    }
    if (erased) {
      throw new CaseConflict(
          "What the case says about persons is erased; the agency cannot be asked about it.");
    }
    return NewEvent.sealed(
        new ClarificationRequested(reviewer, file.getClarificationStopsClock() ? now : null, null),
        new CaseMessageDetails(question));
  }
}
