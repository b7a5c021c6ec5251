package org.writ.review.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.casework.CaseState.Decided;

/** Decides who holds a case. Pure. */
final class Claiming {

  /** How long a claim is good without activity of its holder (api.md, review-service). */
  static final Duration LEASE = Duration.ofMinutes(30);

  private Claiming() {}

  /**
   * A reviewer takes a case and reads it. Who holds it already only reads it again.
   *
   * @throws CaseConflict if somebody else holds it or it is decided
   */
  static List<NewEvent> claim(CaseState state, String reviewer, Instant now) {
    if (state instanceof Decided) {
      throw new CaseConflict("The case is decided already.");
    }
    if (state instanceof Claimed claimed && claimed.holds(now)) {
      if (!claimed.holder().equals(reviewer)) {
        throw new CaseConflict("Somebody else holds the case; claim another one.");
      }
      return List.of(read(state, reviewer, now));
    }
    Instant leaseUntil = now.plus(LEASE);
    return List.of(
        NewEvent.open(new CaseClaimed(reviewer, leaseUntil)),
        NewEvent.open(new CaseRead(reviewer, leaseUntil)));
  }

  /**
   * The holder gives a case back.
   *
   * @throws CaseConflict if the reviewer does not hold it
   */
  static NewEvent release(CaseState state, String reviewer, Instant now) {
    requireHolder(state, reviewer, now);
    return NewEvent.open(new CaseReleased(reviewer));
  }

  /** Somebody reads a case; it is activity of its holder. */
  static NewEvent read(CaseState state, String reviewer, Instant now) {
    return NewEvent.open(
        new CaseRead(reviewer, isHolder(state, reviewer, now) ? now.plus(LEASE) : null));
  }

  /**
   * Whoever changes a case has to hold it.
   *
   * @throws CaseConflict if the reviewer does not
   */
  static void requireHolder(CaseState state, String reviewer, Instant now) {
    if (state instanceof Decided) {
      throw new CaseConflict("The case is decided already.");
    }
    if (!isHolder(state, reviewer, now)) {
      throw new CaseConflict(
          "You do not hold the case: claim it first. A claim lapses after %d minutes without activity."
              .formatted(LEASE.toMinutes()));
    }
  }

  private static boolean isHolder(CaseState state, String reviewer, Instant now) {
    return state instanceof Claimed claimed
        && claimed.holder().equals(reviewer)
        && claimed.holds(now);
  }
}
