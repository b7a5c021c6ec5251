package org.writ.disclosure.preservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.writ.events.disclosure.ItemPreservation;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;

/** What can be asked of a preservation. */
sealed interface PreservationCommand {

  /**
   * Carry out a decision.
   *
   * @param preservationId for the preservation, if there will be one
   * @param decisionId id of the event that told the decision
   * @param decision the decision
   * @param details its sealed part, opened
   */
  record Open(UUID preservationId, UUID decisionId, CaseDecided decision, DecisionDetails details)
      implements PreservationCommand {}

  /**
   * The copy is complete.
   *
   * @param sha256 of the encrypted copy, hex
   * @param size of the encrypted copy in bytes
   * @param items what was found
   */
  record Keep(String sha256, long size, List<ItemPreservation> items)
      implements PreservationCommand {}

  /**
   * There is nothing to keep.
   *
   * @param items why, for each
   */
  record FindNothing(List<ItemPreservation> items) implements PreservationCommand {}

  /**
   * Keep the copy for longer.
   *
   * @param until until when
   * @param rule where that comes from
   * @param extension counts the extensions, from 1
   */
  record Prolong(Instant until, String rule, int extension) implements PreservationCommand {}

  /** Delete the copy, if it is time. */
  record Expire() implements PreservationCommand {}

  /** Stop: the agency took its request back. */
  record Withdraw() implements PreservationCommand {}

  /**
   * Put nothing aside any more.
   *
   * @param suspension ce_id of the event that suspended the agency
   */
  record Freeze(String suspension) implements PreservationCommand {}

  /**
   * Go on.
   *
   * @param suspension ce_id of the event that had suspended the agency
   */
  record Unfreeze(String suspension) implements PreservationCommand {}
}
