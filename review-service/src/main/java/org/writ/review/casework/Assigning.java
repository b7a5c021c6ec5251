package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseReassigned;
import org.writ.review.casework.CaseState.Claimed;

/** Gives a case to somebody, or takes it from its holder. Pure. */
final class Assigning {

  /** How long an assigned case waits for whoever it was given to: until the next working day. */
  static final Duration LEASE = Duration.ofHours(24);

  private Assigning() {}

  /**
   * The assignment; that a senior reviewer makes it is for the caller to check.
   *
   * @param assignee opaque id of whoever is given the case; null: nobody, it is only taken
   * @throws CaseConflict if it is frozen, decided or withdrawn, nothing would change, or the
   *     assignee proposed the decision that waits for a second person, or decided what is appealed
   *     against
   */
  static NewEvent assign(Standing standing, @Nullable String assignee, String senior, Instant now) {
    Claiming.requireWaiting(standing);
    Claiming.requireUnfrozen(standing);
    String holder =
        standing.state() instanceof Claimed claimed && claimed.holds(now) ? claimed.holder() : null;
    if (assignee == null) {
      if (holder == null) {
        throw new CaseConflict("Nobody holds the case, so that it cannot be taken from anybody.");
      }
      return NewEvent.open(new CaseReassigned(senior, holder, null, null));
    }
    if (assignee.equals(holder)) {
      throw new CaseConflict("Whoever is to be given the case holds it already.");
    }
    if (assignee.equals(standing.matter().proposedBy())) {
      throw new CaseConflict(
          "A decision waits for a second person; whoever proposed it cannot be that.");
    }
    if (standing.matter().isAppealAgainst(assignee)) {
      throw new CaseConflict(
          "Whoever is to be given the case had a part in a decision about it that was appealed"
              + " against.");
    }
    return NewEvent.open(new CaseReassigned(senior, holder, assignee, now.plus(LEASE)));
  }
}
