package org.writ.intake.request;

import java.time.Duration;
import java.time.Instant;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestStatus;

/**
 * Extending a preservation: for how long data is kept that was put aside. Until when it has to be
 * put aside is the request's deadline. Pure.
 */
final class Preservation {

  /** Both laws name one extension. */
  private static final int EXTENSIONS = 1;

  /**
   * How long an extension is, and who says so.
   *
   * @param duration of the extension
   * @param source where that comes from
   */
  private enum Rule {
    /** 60 days, which the issuing authority may extend by 30. */
    EU(Duration.ofDays(30), "Regulation (EU) 2023/1543, Article 11(1)"),
    /**
     * 90 days, which are extended for 90 upon a renewed request; other nations' laws are treated
     * alike.
     */
    NATIONAL(Duration.ofDays(90), "18 U.S.C. 2703(f)(2)");

    private final Duration duration;
    private final String source;

    Rule(Duration duration, String source) {
      this.duration = duration;
      this.source = source;
    }
  }

  private Preservation() {}

  /**
   * Decides about an extension.
   *
   * @throws RequestConflict if nothing is preserved (any more), it was extended already, or the
   *     request is frozen
   */
  static PreservationExtended decide(Standing standing, Instant now) {
    standing.requireNotFrozen();
    Instant until = standing.preservedUntil();
    if (standing.status() != RequestStatus.PRESERVED || until == null) {
      throw new RequestConflict("Nothing is preserved for this request.");
    }
    if (standing.extensions() >= EXTENSIONS) {
      throw new RequestConflict(
          "The preservation was extended already, until %s; the law knows no further extension."
              .formatted(until));
    }
    if (!until.isAfter(now)) {
      throw new RequestConflict("The preservation ended at %s.".formatted(until));
    }
    Rule rule =
        standing.regime().equals(Submission.Regime.EU_E_EVIDENCE.name()) ? Rule.EU : Rule.NATIONAL;
    return new PreservationExtended(
        until.plus(rule.duration), rule.source, standing.extensions() + 1);
  }
}
