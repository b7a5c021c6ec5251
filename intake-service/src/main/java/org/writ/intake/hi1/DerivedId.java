package org.writ.intake.hi1;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifier of an object that we issue about a request: a UUID of version 8 (RFC 9562) that is the
 * request's own id (version 7) but for the version and its last 16 bits, which say what sort of
 * object it is and which one. So nothing has to be stored to find the request again.
 *
 * @param requestPrefix the request's id without its last four digits
 * @param kind what it is
 * @param number which one of its kind, from 0 to 4095
 */
record DerivedId(String requestPrefix, Kind kind, int number) {

  /** Numbers of a kind. */
  static final int NUMBERS = 0x1000;

  private static final Pattern SYNTAX =
      Pattern.compile(
          "([0-9a-f]{8}-[0-9a-f]{4}-)8([0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{8})([0-9a-f])([0-9a-f]{3})");

  /** Sorts of objects that we issue. */
  enum Kind {
    DELIVERY(0xd),
    QUESTION(0xa),
    STEP(0x5),
    REFUSED_ACKNOWLEDGEMENT(0xe);

    private final int digit;

    Kind(int digit) {
      this.digit = digit;
    }
  }

  /** The identifier of an object about a request. */
  static String of(String requestId, Kind kind, int number) {
    if (UUID.fromString(requestId).version() != 7 || number < 0 || number >= NUMBERS) {
      throw new IllegalArgumentException("Expected a request's id and a number below 4096");
    }
    return requestId.substring(0, 14)
        + "8"
        + requestId.substring(15, 32)
        + Integer.toHexString(kind.digit)
        + "%03x".formatted(number);
  }

  /** Reads an identifier; empty if it is none of ours. */
  static Optional<DerivedId> parse(String id) {
    var match = SYNTAX.matcher(id);
    if (!match.matches()) {
      return Optional.empty();
    }
    int digit = Integer.parseInt(match.group(3), 16);
    for (Kind kind : Kind.values()) {
      if (kind.digit == digit) {
        return Optional.of(
            new DerivedId(
                match.group(1) + "7" + match.group(2), kind, Integer.parseInt(match.group(4), 16)));
      }
    }
    return Optional.empty();
  }
}
