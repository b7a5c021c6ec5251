package org.writ.intake.webhook;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Place in a list of messages: after this one. */
record MessageCursor(Instant createdAt, String id) {

  static MessageCursor after(Message message) {
    return new MessageCursor(message.createdAt(), message.id());
  }

  /** Reads what {@link #toString} wrote; empty if it is anything else. */
  static Optional<MessageCursor> parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      return parts.length == 2
          ? Optional.of(
              new MessageCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]).toString()))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException notACursor) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((createdAt + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
