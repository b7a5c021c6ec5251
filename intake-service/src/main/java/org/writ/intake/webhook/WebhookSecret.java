package org.writ.intake.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that an agency and the service share (Standard Webhooks, "Signature scheme"). */
final class WebhookSecret {

  static final String ALGORITHM = "HmacSHA256";

  private static final String PREFIX = "whsec_";

  private final SecretKeySpec key;

  /** With its bytes, 24 to 64 of them. */
  WebhookSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * The signature of a message: {@code v1,} and base64 of the HMAC over id, time and body with dots
   * between.
   *
   * @param id of the message, without a dot
   * @param seconds when it is sent, since 1970
   * @param body exactly as it is sent
   */
  String sign(String id, long seconds, String body) {
    byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(hmac(key, signed));
  }

  /** As it is shown to the agency. */
  String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key.getEncoded());
  }

  static byte[] hmac(Key key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
    }
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
