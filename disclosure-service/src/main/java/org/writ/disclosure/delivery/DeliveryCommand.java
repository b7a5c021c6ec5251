package org.writ.disclosure.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.writ.events.disclosure.ItemDisclosure;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.DecisionDetails;

/** What can be asked of a delivery. */
sealed interface DeliveryCommand {

  /**
   * Carry out a decision.
   *
   * @param deliveryId for the delivery, if there will be one
   * @param decisionId id of the event that told the decision
   * @param decision the decision
   * @param details its sealed part, opened
   */
  record Open(UUID deliveryId, UUID decisionId, CaseDecided decision, DecisionDetails details)
      implements DeliveryCommand {}

  /**
   * The package is complete.
   *
   * @param sha256 of the encrypted package, hex
   * @param size of the encrypted package in bytes
   * @param manifestSha256 of the signed manifest inside, hex
   * @param expiresAt until when it can be fetched
   * @param items what was found
   * @param accountsDisclosed number of different accounts of which data is in it
   */
  record Prepare(
      String sha256,
      long size,
      String manifestSha256,
      Instant expiresAt,
      List<ItemDisclosure> items,
      int accountsDisclosed)
      implements DeliveryCommand {}

  /**
   * There is nothing to package.
   *
   * @param items why, for each
   */
  record FindNothing(List<ItemDisclosure> items) implements DeliveryCommand {}

  /**
   * Hand over the package.
   *
   * @param held whether its bytes are still there
   */
  record Fetch(boolean held) implements DeliveryCommand {}

  /**
   * Confirm that one has the package.
   *
   * @param sha256 of the encrypted package, hex, as the agency computed it
   */
  record Acknowledge(String sha256) implements DeliveryCommand {}

  /**
   * The same, said over the handover interface: nobody waits for the answer.
   *
   * @param deliveryId of the delivery
   * @param sha256 of the encrypted package, hex, as the agency computed it
   */
  record AcknowledgeByHandover(String deliveryId, String sha256) implements DeliveryCommand {}

  /** Give up waiting, if it is time. */
  record Expire() implements DeliveryCommand {}

  /** Stop: the agency took its request back. */
  record Withdraw() implements DeliveryCommand {}

  /**
   * Hand nothing over any more.
   *
   * @param suspension ce_id of the event that suspended the agency
   */
  record Freeze(String suspension) implements DeliveryCommand {}

  /**
   * Go on.
   *
   * @param suspension ce_id of the event that had suspended the agency
   */
  record Unfreeze(String suspension) implements DeliveryCommand {}
}
