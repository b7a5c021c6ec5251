package org.writ.ops.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.writ.ops.OpsException;

/**
 * A public key that checkpoints are signed with, as C2SP signed-note writes it: {@code
 * name+id+base64(0x01 ‖ key)}.
 *
 * @param name whose key it is
 * @param id the first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key), hex
 * @param key Ed25519 (RFC 8032)
 */
public record VerifierKey(String name, String id, PublicKey key) {

  private static final int ID_LENGTH = 4;

  /**
   * What stands before an Ed25519 key's 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4).
   */
  private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * Reads a key.
   *
   * @throws OpsException if the text is no Ed25519 key, or its id does not belong to it
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new OpsException("Expected a verifier key, name+id+base64, found: " + text.strip());
    }
    byte[] typed = Hashes.base64(parts[2]);
    if (typed.length != 33 || typed[0] != 1) {
      throw new OpsException("Expected an Ed25519 verifier key, found: " + text.strip());
    }
    byte[] named = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
    String id = HexFormat.of().formatHex(Arrays.copyOf(Hashes.sha256(named, typed), ID_LENGTH));
    if (!id.equals(parts[1])) {
      throw new OpsException("The verifier key names itself %s and is %s".formatted(parts[1], id));
    }
    return new VerifierKey(parts[0], id, publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
  }

  /** Whether a signature line of a note, without its dash, is of this key and true. */
  boolean signed(byte[] text, String line) {
    String[] parts = line.split(" ");
    if (parts.length != 2 || !parts[0].equals(name)) {
      return false;
    }
    byte[] identified = signature(parts[1]);
    if (identified.length <= ID_LENGTH
        || !HexFormat.of().formatHex(Arrays.copyOf(identified, ID_LENGTH)).equals(id)) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(Arrays.copyOfRange(identified, ID_LENGTH, identified.length));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Empty if it is no base64: a line that is no signature signs nothing. */
  private static byte[] signature(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static PublicKey publicKey(byte[] bytes) {
    byte[] encoded = Arrays.copyOf(KEY_INFO, KEY_INFO.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, KEY_INFO.length, bytes.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new OpsException("The verifier key is no point of the curve", e);
    }
  }
}
