package org.writ.review.quality;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.writ.review.casework.CaseView;

/**
 * Which decisions are drawn: by a digest of the id of the decision's event, so that nobody chooses,
 * nobody knows before they have decided, and everybody can check it. Pure.
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

  /**
   * Whether a decision is drawn; never one about more items than a second person is shown.
   *
   * @param decision ce_id of its event
   * @param items how many it is about
   */
  boolean holds(UUID decision, int items) {
    return items <= CaseView.ITEMS
        && new BigInteger(1, digest(decision.toString())).doubleValue() < share * ALL.doubleValue();
  }

  private static byte[] digest(String decision) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(decision.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has SHA-256", missing);
    }
  }
}
