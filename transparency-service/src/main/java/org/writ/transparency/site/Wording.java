package org.writ.transparency.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.writ.transparency.report.Counts;
import org.writ.transparency.report.Period;
import org.writ.transparency.report.Report;

/** How numbers, names and days are written on the pages, in English. Pure. */
final class Wording {

  private static final Locale LANGUAGE = Locale.ENGLISH;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", LANGUAGE).withZone(ZoneOffset.UTC);
  private static final int PERCENT = 100;

  private Wording() {}

  /** 12455 is {@code 12,455}. */
  static String number(long value) {
    return String.format(LANGUAGE, "%,d", value);
  }

  /** {@code 1 request}, {@code 2,000 requests}. */
  static String counted(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /** DE is Germany; a code that is no country stays as it is. */
  static String country(String code) {
    try {
      String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(LANGUAGE);
      return name.isEmpty() ? code : name;
    } catch (IllformedLocaleException unknown) {
      return code;
    }
  }

  /** COURT_ORDER is {@code Court order}. */
  static String process(String code) {
    String words = code.toLowerCase(LANGUAGE).replace('_', ' ');
    return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** {@code 1 Jul 2026 to 30 Sep 2026}. */
  static String days(Period period) {
    return DAY.format(period.from()) + " to " + DAY.format(lastMoment(period));
  }

  private static Instant lastMoment(Period period) {
    return period.to().minusNanos(1);
  }

  /** The report in a sentence or two. */
  static String sentence(Report report, Period period) {
    Counts totals = report.totals();
    boolean running = report.status() == Report.Status.RUNNING;
    if (totals.received() == 0) {
      return running
          ? "No request has been received in %s so far.".formatted(period.spoken())
          : "No request was received in %s.".formatted(period.spoken());
    }
    return "%s %s, authorities of %s asked about %s in %s; data was disclosed for %s of the requests."
        .formatted(
            running ? "So far in" : "In",
            period.spoken(),
            counted(report.countries().size(), "country", "countries"),
            counted(totals.accountsSpecified(), "account", "accounts"),
            counted(totals.received(), "request", "requests"),
            share(totals.withData(), totals.received()));
  }

  /** {@code 61 %}; never rounded to none or all. */
  static String share(long part, long whole) {
    long percent = Math.round((double) part * PERCENT / whole);
    if (percent == 0 && part > 0) {
      return "less than 1 %";
    }
    if (percent == PERCENT && part < whole) {
      return "more than 99 %";
    }
    return percent + " %";
  }
}
