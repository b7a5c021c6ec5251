package org.writ.intake.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A place in the list of requests, newest first. Opaque to clients, and worth nothing to another
 * agency: the list is cut by agency before it is cut here.
 *
 * @param receivedAt of the last request on the page before
 * @param id of that request
 */
public record Cursor(Instant receivedAt, String id) {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,15}) ([0-9a-f-]{36})");

  /** The place after a request. */
  static Cursor after(RequestRow row) {
    return new Cursor(row.receivedAt, row.id);
  }

  /** Reads what {@link #toString} wrote; empty if it is anything else. */
  public static Optional<Cursor> parse(String text) {
    try {
      var match =
          SYNTAX.matcher(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (match.matches()) {
        return Optional.of(
            new Cursor(
                Instant.ofEpochMilli(Long.parseLong(match.group(1))),
                UUID.fromString(match.group(2)).toString()));
      }
    } catch (IllegalArgumentException foreign) {
      // Falls through to the same answer as any other text that is no cursor.
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    var text = receivedAt.toEpochMilli() + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
