package org.writ.transparency.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A quarter, half-year or year that is reported on, in UTC: {@code 2026-Q3}, {@code 2026-H2},
 * {@code 2026}.
 *
 * @param year 2000 to 2999
 * @param months 3, 6 or 12
 * @param number which quarter or half of the year, from 1
 */
public record Period(int year, int months, int number) {

  private static final Pattern FORM = Pattern.compile("(2\\d{3})(?:-(Q[1-4]|H[12]))?");

  /** Reads a period; empty if the text is none. */
  public static Optional<Period> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    String part = matcher.group(2);
    if (part == null) {
      return Optional.of(new Period(year, 12, 1));
    }
    return Optional.of(new Period(year, part.startsWith("Q") ? 3 : 6, part.charAt(1) - '0'));
  }

  /** The quarter, half-year and year that a moment lies in, the shortest first. */
  public static List<Period> around(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return IntStream.of(3, 6, 12)
        .mapToObj(
            months -> new Period(day.getYear(), months, (day.getMonthValue() - 1) / months + 1))
        .toList();
  }

  /** Its first moment. */
  public Instant from() {
    return firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first moment after it. */
  public Instant to() {
    return firstDay().plusMonths(months).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The period of the same length before this one. */
  public Period previous() {
    LocalDate day = firstDay().minusMonths(months);
    return new Period(day.getYear(), months, (day.getMonthValue() - 1) / months + 1);
  }

  /** Whether it has not begun. */
  public boolean isAfter(Instant now) {
    return from().isAfter(now);
  }

  /** Whether it has begun and is not over. */
  public boolean isRunning(Instant now) {
    return !isAfter(now) && to().isAfter(now);
  }

  /** As people say it: {@code Q3 2026}, {@code the second half of 2026}, {@code 2026}. */
  public String spoken() {
    return switch (months) {
      case 3 -> "Q" + number + " " + year;
      case 6 -> (number == 1 ? "the first half of " : "the second half of ") + year;
      default -> String.valueOf(year);
    };
  }

  private LocalDate firstDay() {
    return LocalDate.of(year, Month.JANUARY, 1).plusMonths((number - 1L) * months);
  }

  @Override
  public String toString() {
    return switch (months) {
      case 3 -> year + "-Q" + number;
      case 6 -> year + "-H" + number;
      default -> String.valueOf(year);
    };
  }
}
