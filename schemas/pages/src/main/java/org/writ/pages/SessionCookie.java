package org.writ.pages;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a browser holds of a session: 32 random bytes, of which both the session's id and the key of
 * its content are made. So the server's table opens nothing without the cookie, and the cookie says
 * nothing without the table.
 *
 * @param value base64url without padding
 */
record SessionCookie(String value) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static SessionCookie random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionCookie(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Id of the session (hex), which tells nothing of the key. */
  String id() {
    return HexFormat.of().formatHex(digest("id"));
  }

  /** Encrypts the session's content (AES-256-GCM, bound to the id). */
  byte[] seal(byte[] content) {
    try {
      return cipher().encrypt(content, digest("id"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Decrypts it; empty if it was sealed with another cookie. */
  Optional<byte[]> open(byte[] sealed) {
    try {
      return Optional.of(cipher().decrypt(sealed, digest("id")));
    } catch (GeneralSecurityException foreign) {
      return Optional.empty();
    }
  }

  private AesGcmJce cipher() throws GeneralSecurityException {
    return new AesGcmJce(digest("key"));
  }

  private byte[] digest(String purpose) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              ("writ page session\n" + purpose + "\n" + value).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** Without the value, which belongs in no log line. */
  @Override
  public String toString() {
    return "SessionCookie";
  }
}
