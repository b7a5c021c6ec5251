package org.writ.review.casework;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.review.CaseClaimed;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReleased;

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

  /** It is decided, and nothing but readings can follow. */
  record Decided(CaseOutcome outcome) implements CaseState {}

  /** How it stands at the given time. */
  default CaseStatus status(Instant now) {
    return switch (this) {
      case Unopened _, Open _ -> CaseStatus.OPEN;
      case Claimed claimed -> claimed.holds(now) ? CaseStatus.CLAIMED : CaseStatus.OPEN;
      case Decided _ -> CaseStatus.DECIDED;
    };
  }

  /**
   * The state after an event.
   *
   * @throws IllegalArgumentException if the event is unknown or cannot follow on this state
   */
  default CaseState after(SpecificRecord event) {
    return switch (event) {
      case CaseOpened _ when this instanceof Unopened -> new Open();
      case CaseClaimed claimed when this instanceof Open || this instanceof Claimed ->
          new Claimed(claimed.getHolder(), claimed.getLeaseUntil());
      case CaseReleased released when isHeldBy(released.getHolder()) -> new Open();
      case CaseRead read when read.getLeaseUntil() != null && isHeldBy(read.getReader()) ->
          new Claimed(read.getReader(), read.getLeaseUntil());
      case CaseRead read when read.getLeaseUntil() == null && !(this instanceof Unopened) -> this;
      case CaseDecided decided when isHeldBy(decided.getDecidedBy()) ->
          new Decided(decided.getOutcome());
      default ->
          throw new IllegalArgumentException(
              "%s cannot follow on the state %s"
                  .formatted(event.getSchema().getName(), getClass().getSimpleName()));
    };
  }

  private boolean isHeldBy(String person) {
    return this instanceof Claimed claimed && claimed.holder().equals(person);
  }
}
