package org.writ.intake.request;

import java.time.Duration;
import java.time.Instant;
import org.writ.intake.request.Submission.DataType;
import org.writ.intake.request.Submission.Process;
import org.writ.intake.request.Submission.Regime;

/**
 * When a request has to be answered, and who says so. Computed once, at submission.
 *
 * @param dueAt the last moment
 * @param rule where it comes from
 */
record Deadline(Instant dueAt, String rule) {

  /**
   * Counted to the minute from receipt. Regulation (EEC, Euratom) No 1182/71 would let days end at
   * midnight and not on a holiday: ours is never later.
   */
  private static final Duration EU_PRODUCTION = Duration.ofDays(10);

  private static final Duration EMERGENCY = Duration.ofHours(8);

  /** Preserving needs no disclosure, and data that is not preserved in time is gone. */
  private static final Duration EU_PRESERVATION = Duration.ofDays(3);

  /**
   * What the platform promises where no law sets a time that could be computed from a request's
   * fields.
   */
  private static final Duration SERVICE_LEVEL = Duration.ofDays(30);

  /**
   * The deadline of a submission. Regulation (EU) 2023/1543 (electronic evidence) sets:
   *
   * <ul>
   *   <li>Article 10(4): eight hours in an emergency;
   *   <li>Article 10(2): ten days where the enforcing authority is notified, which by Article 8 it
   *       is for content and for traffic data that is not only asked for to identify a user;
   *   <li>Article 10(3): ten days where it is not notified;
   *   <li>Article 11(1): preservation without undue delay.
   * </ul>
   */
  static Deadline of(Submission submission, Instant receivedAt) {
    boolean emergency = submission.process() == Process.EMERGENCY;
    if (submission.regime() == Regime.EU_E_EVIDENCE) {
      if (emergency) {
        return after(receivedAt, EMERGENCY, "Regulation (EU) 2023/1543, Article 10(4)");
      }
      if (submission.process() == Process.PRESERVATION_ORDER) {
        return after(
            receivedAt,
            EU_PRESERVATION,
            "Regulation (EU) 2023/1543, Article 11(1), as the platform's rule of 3 days");
      }
      return after(
          receivedAt,
          EU_PRODUCTION,
          asksForMoreThanIdentification(submission)
              ? "Regulation (EU) 2023/1543, Article 10(2)"
              : "Regulation (EU) 2023/1543, Article 10(3)");
    }
    return emergency
        ? after(receivedAt, EMERGENCY, "The platform's rule for emergencies, 8 hours")
        : after(receivedAt, SERVICE_LEVEL, "The platform's service level, 30 days");
  }

  private static boolean asksForMoreThanIdentification(Submission submission) {
    return submission.items().stream()
        .flatMap(item -> item.dataTypes().stream())
        .anyMatch(type -> type == DataType.CONTENT || type == DataType.TRAFFIC);
  }

  private static Deadline after(Instant receivedAt, Duration duration, String rule) {
    return new Deadline(receivedAt.plus(duration), rule);
  }
}
