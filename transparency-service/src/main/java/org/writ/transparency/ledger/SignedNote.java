package org.writ.transparency.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures under it (C2SP signed-note):
 *
 * <pre>
 *   note      = text LF 1*signature              the text ends in LF
 *   signature = "— " name " " base64(id(4) ‖ signature bytes) LF
 * </pre>
 *
 * @param text with its final line feed
 * @param signatures at least one
 */
public record SignedNote(String text, List<Signature> signatures) {

  private static final String DASH = "\u2014 ";

  /**
   * One line under the text.
   *
   * @param name of the key
   * @param keyId of the key
   * @param bytes what the key's algorithm gives
   */
  public record Signature(String name, int keyId, byte[] bytes) {

    /** Keeps its own copy of the bytes. */
    public Signature {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    private String line() {
      byte[] encoded =
          ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
      return DASH + name + " " + Base64.getEncoder().encodeToString(encoded) + "\n";
    }

    private static Signature parse(String line) {
      String[] parts = line.split(" ", -1);
      if (!line.startsWith(DASH) || parts.length != 3) {
        throw new IllegalArgumentException("Expected a signature line, found '" + line + "'");
      }
      byte[] encoded = Base64.getDecoder().decode(parts[2]);
      if (encoded.length <= Integer.BYTES) {
        throw new IllegalArgumentException("The signature of " + parts[1] + " is cut off");
      }
      return new Signature(
          parts[1],
          ByteBuffer.wrap(encoded).getInt(),
          Arrays.copyOfRange(encoded, Integer.BYTES, encoded.length));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that
          && name.equals(that.name)
          && keyId == that.keyId
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * name.hashCode() + keyId) + Arrays.hashCode(bytes);
    }
  }

  /** Refuses a text that would not read back as it is. */
  public SignedNote {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException(
          "A note's text ends in a line feed and has no other control characters");
    }
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty()) {
      throw new IllegalArgumentException("A note has at least one signature");
    }
  }

  /**
   * Reads a note; proves nothing yet.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("Expected a text, an empty line and signatures");
    }
    var signatures = new ArrayList<Signature>();
    note.substring(blank + 2).lines().map(Signature::parse).forEach(signatures::add);
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /** Whether the key signed the text, and no line claims so falsely. */
  public boolean isSignedBy(VerifierKey key) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    List<Signature> claimed =
        signatures.stream()
            .filter(s -> s.name().equals(key.name()) && s.keyId() == key.id())
            .toList();
    return !claimed.isEmpty() && claimed.stream().allMatch(s -> key.verifies(signed, s.bytes()));
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }
}
