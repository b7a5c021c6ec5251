package org.writ.disclosure.preservation;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PreservationExpired;
import org.writ.events.disclosure.PreservationFrozen;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.events.disclosure.PreservationUnfrozen;
import org.writ.events.disclosure.PreservationWithdrawn;

/** How far the preservation for a request has come. */
sealed interface Preservation {

  /** Nothing was approved to be kept so far. */
  record None() implements Preservation {}

  /** One that was opened. */
  sealed interface Known extends Preservation {

    /** Its id. */
    String preservationId();

    /** Id of the decision that it carries out. */
    String decision();
  }

  /**
   * The copy has to be put aside.
   *
   * @param regime the law that the order was sent under
   */
  record Opened(String preservationId, String decision, String regime) implements Known {}

  /**
   * The copy is kept.
   *
   * @param sha256 of the encrypted copy, hex
   * @param until until when (exclusive) it is kept
   */
  record Kept(String preservationId, String decision, String sha256, Instant until)
      implements Known {}

  /** Nothing that was approved is held. */
  record Nothing(String preservationId, String decision) implements Known {}

  /** Its time is over, and the copy is deleted. */
  record Expired(String preservationId, String decision) implements Known {}

  /** The agency took its order back; a copy that there was is deleted. */
  record Withdrawn(String preservationId, String decision) implements Known {}

  /**
   * The agency is suspended: nothing is put aside until that ends. What is kept can expire, be
   * prolonged or be withdrawn meanwhile.
   *
   * @param inside how far it has come
   * @param suspension ce_id of the event that suspended the agency
   */
  record Frozen(Known inside, String suspension) implements Preservation {}

  /**
   * The state after an event.
   *
   * @throws IllegalStateException if the event cannot follow on the state: the log contradicts
   *     itself
   */
  static Preservation evolve(Preservation state, SpecificRecord event) {
    return switch (state) {
      case None _ when event instanceof PreservationOpened it ->
          new Opened(it.getPreservationId(), it.getDecision(), it.getRegime());
      case Known known when event instanceof PreservationFrozen it ->
          new Frozen(known, it.getSuspension());
      case Known known -> evolve(known, event);
      case Frozen frozen when event instanceof PreservationFrozen it ->
          new Frozen(frozen.inside(), it.getSuspension());
      case Frozen frozen
          when event instanceof PreservationUnfrozen it
              && it.getSuspension().equals(frozen.suspension()) ->
          frozen.inside();
      case Frozen frozen when frozen.inside() instanceof Kept kept ->
          new Frozen(evolve(kept, event), frozen.suspension());
      case Frozen frozen when event instanceof PreservationWithdrawn ->
          new Frozen(evolve(frozen.inside(), event), frozen.suspension());
      case None _, Frozen _ -> throw impossible(state, event);
    };
  }

  private static Known evolve(Known state, SpecificRecord event) {
    return switch (event) {
      case DataPreserved it when state instanceof Opened opened ->
          new Kept(opened.preservationId(), opened.decision(), it.getSha256(), it.getUntil());
      case NothingPreserved _ when state instanceof Opened opened ->
          new Nothing(opened.preservationId(), opened.decision());
      case PreservationProlonged it when state instanceof Kept kept ->
          new Kept(kept.preservationId(), kept.decision(), kept.sha256(), it.getUntil());
      case PreservationExpired _ when state instanceof Kept kept ->
          new Expired(kept.preservationId(), kept.decision());
      case PreservationWithdrawn _ when state instanceof Opened || state instanceof Kept ->
          new Withdrawn(state.preservationId(), state.decision());
      default -> throw impossible(state, event);
    };
  }

  private static IllegalStateException impossible(Preservation state, SpecificRecord event) {
    return new IllegalStateException(
        "%s cannot follow on a preservation that is %s"
            .formatted(event.getSchema().getName(), state.getClass().getSimpleName()));
  }
}
