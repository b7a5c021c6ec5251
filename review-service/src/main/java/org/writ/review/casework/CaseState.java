package org.writ.review.casework;

import java.time.Instant;
import org.writ.events.review.CaseOutcome;

/** Where a case stands in its life, by what the log says; a claim may have lapsed since. */
public sealed interface CaseState {

  /** There is no such case yet. */
  record Unopened() implements CaseState {}

  /** It waits, and nobody holds it. */
  record Open() implements CaseState {}

  /**
   * Somebody claimed it.
   *
   * @param holder opaque id of the person
   * @param leaseUntil when the claim lapses by itself
   */
  record Claimed(String holder, Instant leaseUntil) implements CaseState {

    /** Whether the claim is still good at the given time. */
    boolean holds(Instant now) {
      return now.isBefore(leaseUntil);
    }
  }

  /** It is decided: no decision can follow any more. */
  record Decided(CaseOutcome outcome) implements CaseState {}

  /**
   * The agency took its request back, for ever.
   *
   * @param wasDecided whether a decision stood by then
   */
  record Withdrawn(boolean wasDecided) implements CaseState {}
}
