package org.writ.ops.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.writ.ops.OpsException;

/** SHA-256, and the text form in which hashes travel. */
final class Hashes {

  static final int LENGTH = 32;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Hashes() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** RFC 6962, section 2.1. */
  static byte[] leaf(byte[] entry) {
    return sha256(LEAF, entry);
  }

  /** RFC 6962, section 2.1. */
  static byte[] node(byte[] left, byte[] right) {
    return sha256(NODE, left, right);
  }

  static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new OpsException("Expected base64, found: " + text, e);
    }
  }
}
