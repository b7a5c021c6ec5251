package org.writ.transparency.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The public half of a key that signs notes (C2SP signed-note), written {@code name+id+base64(0x01
 * ‖ public key)}, where the id is eight hex digits.
 *
 * @param name the key's name, without white space and plus sign
 * @param publicKey 32 bytes, Ed25519 (RFC 8032)
 */
public record VerifierKey(String name, byte[] publicKey) {

  private static final byte ED25519 = 0x01;

  /** Refuses a name that a note could not carry. */
  public VerifierKey {
    if (name.isEmpty()
        || name.indexOf('+') >= 0
        || name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      throw new IllegalArgumentException(
          "Expected a key name without white space and plus sign, found '" + name + "'");
    }
    if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE) {
      throw new IllegalArgumentException(
          "Expected an Ed25519 public key of 32 bytes, found " + publicKey.length);
    }
    publicKey = publicKey.clone();
  }

  /**
   * Reads a verifier key.
   *
   * @throws IllegalArgumentException if it is none, is not for Ed25519, or its id is not its own
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    byte[] encoded = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
    if (encoded.length == 0 || encoded[0] != ED25519) {
      throw new IllegalArgumentException("Expected name+id+base64 of an Ed25519 key");
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(encoded, 1, encoded.length));
    if (!parts[1].equals(key.hexId())) {
      throw new IllegalArgumentException(
          "Expected id %s of key %s, found %s".formatted(key.hexId(), key.name, parts[1]));
    }
    return key;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key). */
  public int id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(ED25519);
      return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }

  /** Whether the signature over the text was made with the private half. */
  boolean verifies(byte[] text, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
    verifier.update(text, 0, text.length);
    return verifier.verifySignature(signature);
  }

  private String hexId() {
    return HexFormat.of().toHexDigits(id());
  }

  @Override
  public String toString() {
    byte[] encoded = ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey).array();
    return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(encoded);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(publicKey);
  }
}
