package org.writ.intake.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a request has to be answered, and who says so. Computed once, at submission.
 *
 * @param dueAt the last moment
 * @param rule where it comes from
 * @param objectionUntil until when the enforcing authority may object; null if it is not notified
 * @param waitsForClarification whether it does not run while the agency is asked to clarify
 */
public record Deadline(
    Instant dueAt, String rule, @Nullable Instant objectionUntil, boolean waitsForClarification) {

  private static final String EU = "EU_E_EVIDENCE";
  private static final String EMERGENCY = "EMERGENCY";
  private static final String PRESERVATION = "PRESERVATION_ORDER";

  /** Regulation (EU) 2023/1543, Articles 10(2) and 12(1). */
  private static final Duration OBJECTION = Duration.ofDays(10);

  /** Regulation (EU) 2023/1543, Articles 10(4) and 12(1). */
  private static final Duration OBJECTION_IN_EMERGENCY = Duration.ofHours(96);

  /**
   * What a deadline depends on.
   *
   * @param regime the law that the process is used under
   * @param process the legal process
   * @param notified whether it asks for data of which the enforcing authority is notified: content,
   *     or traffic data that is not only to identify a user (Regulation (EU) 2023/1543, Article
   *     8(1)). That authorities need not be notified of a case of their own country (Article 8(2))
   *     cannot be told from a request.
   */
  public record Order(String regime, String process, boolean notified) {

    private boolean isEuropean() {
      return regime.equals(EU);
    }

    private boolean isEmergency() {
      return process.equals(EMERGENCY);
    }

    private DeadlineRule rule() {
      if (isEmergency()) {
        return isEuropean() ? DeadlineRule.EPOC_EMERGENCY : DeadlineRule.EMERGENCY;
      }
      if (process.equals(PRESERVATION)) {
        return isEuropean() ? DeadlineRule.EPOC_PRESERVATION : DeadlineRule.PRESERVATION;
      }
      if (!isEuropean()) {
        return nationalRule();
      }
      return notified ? DeadlineRule.EPOC_NOTIFIED : DeadlineRule.EPOC;
    }

    private DeadlineRule nationalRule() {
      return regime.equals("MLAT") ? DeadlineRule.MUTUAL_ASSISTANCE : DeadlineRule.SERVICE_LEVEL;
    }

    private @Nullable Instant objectionUntil(Instant receivedAt) {
      if (!isEuropean() || !notified || process.equals(PRESERVATION)) {
        return null;
      }
      return receivedAt.plus(isEmergency() ? OBJECTION_IN_EMERGENCY : OBJECTION);
    }
  }

  /** The names of all rules. */
  public static List<String> rules() {
    return Arrays.stream(DeadlineRule.values()).map(Enum::name).toList();
  }

  /**
   * The name of the rule that a deadline comes from, for those who say it in other words.
   *
   * @param rule as {@link #rule()} has it
   * @return empty if it is none of today's
   */
  public static Optional<String> ruleOf(String rule) {
    return DeadlineRule.of(rule).map(Enum::name);
  }

  /**
   * The deadline of an order.
   *
   * <p>Under Regulation (EU) 2023/1543, Articles 10(6) and 11(5), deadlines do not apply until what
   * was asked is clarified; what the platform promises by itself does not wait.
   *
   * @param calendar of the agency
   */
  public static Deadline of(Order order, Instant receivedAt, WorkCalendar calendar) {
    var rule = order.rule();
    return new Deadline(
        rule.dueAt(receivedAt, calendar),
        rule.source(),
        order.objectionUntil(receivedAt),
        order.isEuropean());
  }
}
