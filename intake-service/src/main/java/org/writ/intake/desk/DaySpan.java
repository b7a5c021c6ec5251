package org.writ.intake.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Days in UTC that somebody chose, the last one included. Pure.
 *
 * @param from the first one, as it was typed
 * @param to the last one, as it was typed
 * @param first the first one; null if it is no day that can be asked about
 * @param last the last one; null likewise
 */
record DaySpan(String from, String to, @Nullable LocalDate first, @Nullable LocalDate last) {

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  static DaySpan of(LocalDate first, LocalDate last) {
    return new DaySpan(first.toString(), last.toString(), first, last);
  }

  /** Reads what was typed; a day beyond the years 2000 to 2999 is none. */
  static DaySpan read(String from, String to) {
    return new DaySpan(from, to, day(from), day(to));
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /** Whether both are days, and the last one is not before the first one. */
  boolean isSound() {
    return first != null && last != null && !last.isBefore(first);
  }

  /** Key of the words for what is wrong with the first day; empty if nothing is. */
  String faultOfFrom() {
    return first == null ? "fault.day" : "";
  }

  /** Key of the words for what is wrong with the last day; empty if nothing is. */
  String faultOfTo() {
    if (last == null) {
      return "fault.day";
    }
    return first != null && last.isBefore(first) ? "fault.order" : "";
  }

  /** When the first day begins. */
  @Nullable Instant begin() {
    return first == null ? null : first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When the day after the last one begins. */
  @Nullable Instant end() {
    return last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
