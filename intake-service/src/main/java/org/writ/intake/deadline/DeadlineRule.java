package org.writ.intake.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rules that deadlines come from.
 *
 * <p>Hours and days are counted to the minute from receipt. Regulation (EEC, Euratom) No 1182/71,
 * Article 3, would not count the day of receipt, and would let a period in days end at midnight and
 * never on a holiday: what is counted here is never later than that. Only working days follow its
 * manner, in the agency's calendar.
 */
enum DeadlineRule {
  /** The enforcing authority is notified or not: eight hours all the same. */
  EPOC_EMERGENCY(Unit.HOURS, 8, "Regulation (EU) 2023/1543, Article 10(4)"),
  /** The enforcing authority is notified. */
  EPOC_NOTIFIED(Unit.DAYS, 10, "Regulation (EU) 2023/1543, Article 10(2)"),
  /** The enforcing authority is not notified. */
  EPOC(Unit.DAYS, 10, "Regulation (EU) 2023/1543, Article 10(3)"),
  /**
   * Until when the data has to be put aside, which is not how long it is kept then. The law says
   * "without undue delay"; preserving discloses nothing, and what is late is gone.
   */
  EPOC_PRESERVATION(
      Unit.DAYS, 3, "Regulation (EU) 2023/1543, Article 11(1), as the platform's rule of 3 days"),
  /** No law sets a time that could be computed from a request's fields. */
  EMERGENCY(Unit.HOURS, 8, "The platform's rule for emergencies, 8 hours"),
  /**
   * As for {@link #EPOC_PRESERVATION}, whichever way the order comes: laws ask for haste and name
   * no number of days (Convention on Cybercrime, ETS No. 185, Articles 16 and 29; 18 U.S.C.
   * 2703(f)).
   */
  PRESERVATION(Unit.DAYS, 3, "The platform's rule for preservation, 3 days"),
  /** A foreign authority is served by way of ours: its offices set the pace. */
  MUTUAL_ASSISTANCE(
      Unit.WORKING_DAYS,
      20,
      "The platform's service level for mutual legal assistance, 20 working days of the agency"),
  /** Everything else. */
  SERVICE_LEVEL(Unit.DAYS, 30, "The platform's service level, 30 days");

  /** What is counted. */
  private enum Unit {
    HOURS,
    DAYS,
    WORKING_DAYS
  }

  private final Unit unit;
  private final int amount;
  private final String source;

  DeadlineRule(Unit unit, int amount, String source) {
    this.unit = unit;
    this.amount = amount;
    this.source = source;
  }

  /** The rule that has this source; empty if none of today has. */
  static Optional<DeadlineRule> of(String source) {
    return Arrays.stream(values()).filter(rule -> rule.source.equals(source)).findFirst();
  }

  /** Where the rule comes from. */
  String source() {
    return source;
  }

  /** The last moment. */
  Instant dueAt(Instant receivedAt, WorkCalendar calendar) {
    return switch (unit) {
      case HOURS -> receivedAt.plus(Duration.ofHours(amount));
      case DAYS -> receivedAt.plus(Duration.ofDays(amount));
      case WORKING_DAYS -> calendar.endOfWorkingDay(receivedAt, amount);
    };
  }
}
