package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;
import org.writ.review.casework.CaseState.Withdrawn;

/** Decides who holds a case, and who may change it. Pure. */
final class Claiming {

  /** How long a claim is good without activity of its holder (api.md, review-service). */
  static final Duration LEASE = Duration.ofMinutes(30);

  private Claiming() {}

  /**
   * A reviewer takes a case and reads it. Who holds it already only reads it again.
   *
   * @throws CaseConflict if somebody else holds it, it is frozen, decided or withdrawn, it waits
   *     for a second person and the reviewer is the first, or the reviewer decided what is appealed
   *     against
   */
  static List<NewEvent> claim(Standing standing, String reviewer, Instant now) {
    requireWaiting(standing);
    requireUnfrozen(standing);
    if (reviewer.equals(standing.matter().proposedBy())) {
      throw new CaseConflict(
          "Your decision about the case waits for another person; you cannot be both.");
    }
    requireNoAppealAgainst(standing, reviewer);
    if (standing.state() instanceof Claimed claimed && claimed.holds(now)) {
      if (!claimed.holder().equals(reviewer)) {
        throw new CaseConflict("Somebody else holds the case; claim another one.");
      }
      return List.of(read(standing, reviewer, now));
    }
    Instant leaseUntil = now.plus(LEASE);
    return List.of(
        NewEvent.open(new CaseClaimed(reviewer, leaseUntil)),
        NewEvent.open(new CaseRead(reviewer, leaseUntil)));
  }

  /**
   * The holder gives a case back, also one that is frozen.
   *
   * @throws CaseConflict if the reviewer does not hold it
   */
  static NewEvent release(Standing standing, String reviewer, Instant now) {
    requireHolder(standing, reviewer, now);
    return NewEvent.open(new CaseReleased(reviewer));
  }

  /** Somebody reads a case; it is activity of its holder. */
  static NewEvent read(Standing standing, String reviewer, Instant now) {
    return NewEvent.open(new CaseRead(reviewer, renewed(standing, reviewer, now)));
  }

  /** Of an assigned case the claim is good for longer; activity never shortens it. */
  private static @Nullable Instant renewed(Standing standing, String reviewer, Instant now) {
    if (!isHolder(standing, reviewer, now)) {
      return null;
    }
    Instant renewed = now.plus(LEASE);
    return standing.state() instanceof Claimed claimed && claimed.leaseUntil().isAfter(renewed)
        ? claimed.leaseUntil()
        : renewed;
  }

  /**
   * Whoever works on a case has to hold it, and nothing may have stopped the work.
   *
   * @throws CaseConflict if the reviewer does not hold it, or it is frozen, decided or withdrawn
   */
  static void requireWorkable(Standing standing, String reviewer, Instant now) {
    requireHolder(standing, reviewer, now);
    requireUnfrozen(standing);
  }

  /**
   * The agency is suspended as long as the case is frozen.
   *
   * @throws CaseConflict if it is
   */
  static void requireUnfrozen(Standing standing) {
    if (standing.matter().isFrozen()) {
      throw new CaseConflict(
          "The case is frozen: its agency is suspended. It can be read, and worked on once the"
              + " suspension has ended.");
    }
  }

  /**
   * Nobody decides upon an appeal against a decision of their own.
   *
   * @throws CaseConflict if the reviewer had a part in the decision that is appealed against
   */
  static void requireNoAppealAgainst(Standing standing, String reviewer) {
    if (standing.matter().isAppealAgainst(reviewer)) {
      throw new CaseConflict(
          "The case was re-opened upon an appeal against a decision that you had a part in; others"
              + " decide it now.");
    }
  }

  /**
   * What is done cannot be changed any more.
   *
   * @throws CaseConflict if the case is decided or withdrawn
   */
  static void requireWaiting(Standing standing) {
    if (standing.state() instanceof Decided) {
      throw new CaseConflict("The case is decided already.");
    }
    if (standing.state() instanceof Withdrawn) {
      throw new CaseConflict("The agency has withdrawn the request; nothing is left to do.");
    }
  }

  private static void requireHolder(Standing standing, String reviewer, Instant now) {
    requireWaiting(standing);
    if (!isHolder(standing, reviewer, now)) {
      throw new CaseConflict(
          "You do not hold the case: claim it first. A claim lapses after %d minutes without activity."
              .formatted(LEASE.toMinutes()));
    }
  }

  /** Whether the reviewer holds it, and the claim is still good. */
  static boolean isHolder(Standing standing, String reviewer, Instant now) {
    return standing.state() instanceof Claimed claimed
        && claimed.holder().equals(reviewer)
        && claimed.holds(now);
  }
}
