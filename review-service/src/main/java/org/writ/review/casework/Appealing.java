package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseReopened;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Withdrawn;

/** Re-opens a case upon the agency's appeal. Pure. */
final class Appealing {

  private Appealing() {}

  /**
   * The decision that is appealed against.
   *
   * @param id ce_id of its event
   * @param by who decided
   */
  record Former(String id, Matter.Appeal by) {}

  /**
   * The re-opening: the decision stands no longer, and the request has to be answered within as
   * long as it had at first. Only what was refused as a whole: of anything else data may be
   * disclosed, and what is disclosed cannot be taken back.
   *
   * @param former the decision, if there is one
   * @param erased whether the case's key is erased; then nothing of it could be approved
   * @param senior opaque id of a senior reviewer; that they are one is for the caller to check
   * @throws CaseConflict if the case is not refused as a whole, frozen, withdrawn or erased, or the
   *     reviewer had a part in the decision, or in one that was appealed against before
   */
  static NewEvent reopen(
      Standing standing,
      CaseOpened file,
      Former former,
      boolean erased,
      String reason,
      String senior,
      Instant now) {
    Claiming.requireUnfrozen(standing);
    if (standing.state() instanceof Withdrawn) {
      throw new CaseConflict("The agency has withdrawn the request; nothing is left to do.");
    }
    if (!standing.state().equals(new Decided(CaseOutcome.REFUSED))) {
      throw new CaseConflict("Only a case of which everything was refused is re-opened.");
    }
    if (former.by().isAgainst(senior) || standing.matter().isAppealAgainst(senior)) {
      throw new CaseConflict(
          "You had a part in deciding the case; another person decides whether it is re-opened.");
    }
    if (erased) {
      throw new CaseConflict(
          "What the case says about persons is erased; nothing of it can be approved any more.");
    }
    Duration time = Duration.between(file.getReceivedAt(), file.getDueAt());
    return NewEvent.sealed(
        new CaseReopened(
            senior,
            former.id(),
            former.by().decidedBy(),
            former.by().confirmedBy(),
            now.plus(time),
            null),
        new CaseMessageDetails(reason));
  }
}
