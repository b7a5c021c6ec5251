package org.writ.intake.hi1;

import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a message.
 *
 * @param sender who asks
 * @param receiver who is asked
 * @param transaction TransactionIdentifier, a UUID that names the exchange
 * @param version which edition of the standard the message follows
 * @param workflow WorkflowIdentifier; null if the message names none
 */
record Header(
    EndpointId sender,
    EndpointId receiver,
    String transaction,
    Version version,
    @Nullable String workflow) {

  /**
   * Editions.
   *
   * @param etsi such as {@code V1.13.1}
   * @param profileOwner NationalProfileOwner
   * @param profile NationalProfileVersion
   */
  record Version(String etsi, String profileOwner, String profile) {}
}
