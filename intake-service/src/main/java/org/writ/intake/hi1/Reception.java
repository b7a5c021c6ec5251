package org.writ.intake.hi1;

import org.jspecify.annotations.Nullable;

/** What came of reading the bytes of a message. */
sealed interface Reception {

  /**
   * It follows the schema.
   *
   * @param message what it says
   */
  record Read(Message message) implements Reception {}

  /**
   * It is refused as a whole.
   *
   * @param sender as far as it could be read; null otherwise
   * @param header as far as it could be read; null otherwise
   * @param transaction TransactionIdentifier, even of a header that is broken elsewhere; null if
   *     none could be read
   * @param refusal why
   */
  record Refused(
      @Nullable EndpointId sender,
      @Nullable Header header,
      @Nullable String transaction,
      Refusal refusal)
      implements Reception {}

  /** Who says that it sent the message; null if that cannot be read. */
  default @Nullable EndpointId sender() {
    return switch (this) {
      case Read(Message message) -> message.header().sender();
      case Refused refused -> refused.sender();
    };
  }
}
