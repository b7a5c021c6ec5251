package org.writ.transparency.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 value: an event's digest, a leaf hash or the hash of an inner node. Immutable.
 *
 * @param bytes 32 bytes
 */
public record Hash(byte[] bytes) {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  /** Refuses anything that is not 32 bytes long. */
  public Hash {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "Expected a hash of %d bytes, found %d".formatted(LENGTH, bytes.length));
    }
    bytes = bytes.clone();
  }

  /** The hash that stands at a position of concatenated hashes. */
  static Hash at(byte[] concatenated, int position) {
    return new Hash(Arrays.copyOfRange(concatenated, position * LENGTH, (position + 1) * LENGTH));
  }

  /**
   * Reads standard base64.
   *
   * @throws IllegalArgumentException if it is not base64 of 32 bytes
   */
  public static Hash fromBase64(String text) {
    return new Hash(Base64.getDecoder().decode(text));
  }

  /**
   * Reads 64 hex digits of either case.
   *
   * @throws IllegalArgumentException if it is not 64 hex digits
   */
  public static Hash fromHex(String text) {
    return new Hash(HexFormat.of().parseHex(text));
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Standard base64, as checkpoints and receipts show a hash. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Lower-case hex, as digests of events are shown. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
