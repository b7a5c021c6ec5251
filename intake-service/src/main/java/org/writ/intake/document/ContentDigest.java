package org.writ.intake.document;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * The digests that a sender says a body has: {@code Content-Digest} (RFC 9530), a dictionary of
 * byte sequences (RFC 9651) such as {@code sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:}.
 *
 * @param sha256 32 bytes; null if it was not sent
 * @param sha512 64 bytes; null if it was not sent
 */
record ContentDigest(byte @Nullable [] sha256, byte @Nullable [] sha512) {

  /** The header that carries it. */
  static final String HEADER = "Content-Digest";

  private static final int SHA256_BYTES = 32;
  private static final int SHA512_BYTES = 64;
  private static final int MAX_LENGTH = 1_000;

  /** A key, a byte sequence, and parameters that mean nothing here. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):(?:[ ]*;["
              + " ]*[a-z*][a-z0-9_.*-]*(?:=[!-+\\--:<-~]+)?)*");

  /** What nobody sent. */
  static final ContentDigest NONE = new ContentDigest(null, null);

  /**
   * Reads the header; digests of other algorithms are ignored, as RFC 9530 allows.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is malformed
   */
  static ContentDigest parse(@Nullable String header) {
    if (header == null) {
      return NONE;
    }
    if (header.isBlank() || header.length() > MAX_LENGTH) {
      throw malformed();
    }
    Map<String, byte[]> digests = new HashMap<>();
    for (String member : header.split(",", -1)) {
      var match = MEMBER.matcher(member.strip());
      if (!match.matches()) {
        throw malformed();
      }
      digests.put(match.group(1), decode(match.group(2)));
    }
    return new ContentDigest(
        ofLength(digests.get("sha-256"), SHA256_BYTES),
        ofLength(digests.get("sha-512"), SHA512_BYTES));
  }

  /** Whether every digest that was sent is the body's. */
  boolean matches(byte[] bodySha256, byte[] bodySha512) {
    return (sha256 == null || MessageDigest.isEqual(sha256, bodySha256))
        && (sha512 == null || MessageDigest.isEqual(sha512, bodySha512));
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw malformed();
    }
  }

  private static byte @Nullable [] ofLength(byte @Nullable [] digest, int length) {
    if (digest != null && digest.length != length) {
      throw malformed();
    }
    return digest;
  }

  private static RuntimeException malformed() {
    return Problems.malformed(
        "The header %s is malformed: send sha-256=:<base64>: (RFC 9530), or leave it out."
            .formatted(HEADER));
  }
}
