package org.writ.review.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.review.casework.CaseState.Claimed;

/**
 * Confirms a proposed decision, or objects to it: another person than the one who proposed it, by
 * the opaque ids of the identity provider. Pure.
 */
final class SecondPerson {

  private SecondPerson() {}

  /**
   * The decision, as it was proposed.
   *
   * @param details the proposal's sealed part; null if the case's key is erased
   * @throws CaseConflict if no decision is proposed, the reviewer proposed it, somebody else holds
   *     the case, it is frozen, decided, withdrawn or erased, or its agency denied it meanwhile
   */
  static NewEvent confirm(
      Standing standing,
      CaseOpened file,
      DecisionProposed proposal,
      @Nullable DecisionDetails details,
      String reviewer,
      Instant now) {
    requireSecond(standing, reviewer, now);
    Approving.of(file, proposal.getItems()).requireCallBack(standing.matter());
    if (details == null) {
      throw new CaseConflict(
          "What the case says about persons is erased; object, and refuse its items.");
    }
    return NewEvent.sealed(
        new CaseDecided(
            proposal.getOutcome(),
            proposal.getProposedBy(),
            file.getAgency(),
            file.getAgencyName(),
            file.getCountry(),
            file.getProcess(),
            file.getRegime(),
            file.getReceivedAt(),
            proposal.getPolicy(),
            proposal.getItems(),
            file.getRecipientCertificate(),
            reviewer,
            proposal.getOverrides(),
            null),
        details);
  }

  /**
   * The objection: the proposal is off, and the case is open again.
   *
   * @param erased whether the case's key is erased; then the reason is not kept
   * @throws CaseConflict as {@link #confirm}, but also what is erased can be objected to
   */
  static NewEvent object(
      Standing standing, boolean erased, String reason, String reviewer, Instant now) {
    requireSecond(standing, reviewer, now);
    var objected = new DecisionObjected(reviewer, null);
    return erased
        ? NewEvent.open(objected)
        : NewEvent.sealed(objected, new CaseMessageDetails(reason));
  }

  private static void requireSecond(Standing standing, String reviewer, Instant now) {
    Claiming.requireWaiting(standing);
    Claiming.requireUnfrozen(standing);
    String first = standing.matter().proposedBy();
    if (first == null) {
      throw new CaseConflict("No decision about the case waits for a second person.");
    }
    if (first.equals(reviewer)) {
      throw new CaseConflict(
          "You proposed the decision; another person has to confirm it or to object to it.");
    }
    Claiming.requireNoAppealAgainst(standing, reviewer);
    if (standing.state() instanceof Claimed claimed
        && claimed.holds(now)
        && !claimed.holder().equals(reviewer)) {
      throw new CaseConflict("Somebody else holds the case.");
    }
  }
}
