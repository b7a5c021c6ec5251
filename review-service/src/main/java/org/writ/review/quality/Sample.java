package org.writ.review.quality;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which decisions are drawn: by a digest of the case's id, so that nobody chooses and everybody can
 * check it. Pure.
 *
 * @param share of the decisions, 0 to 1
 */
record Sample(double share) {

  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);

  /** Refuses a share that is none. */
  Sample {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Expected a share from 0 to 1 as writ.quality.share, found " + share);
    }
  }

  /** Whether the decision of a case is drawn. */
  boolean holds(String caseId) {
    return new BigInteger(1, digest(caseId)).doubleValue() < share * ALL.doubleValue();
  }

  private static byte[] digest(String caseId) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(caseId.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256", missing);
    }
  }
}
