package org.writ.intake.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Public holidays of whole countries; what only a region keeps is a working day here, and so are
 * the holidays of a country that is not in the table. So a deadline is rather too early than too
 * late.
 *
 * <p>A holiday is a day of the year ({@code 05-01}) or so many days after Easter Sunday of the
 * Gregorian calendar ({@code E+39}).
 */
final class PublicHolidays {

  /**
   * What is known of a country.
   *
   * @param zone of its capital
   * @param fixed days of the year
   * @param afterEaster days after Easter Sunday
   */
  private record Country(ZoneId zone, Set<MonthDay> fixed, Set<Integer> afterEaster) {

    static Country of(String zone, String... holidays) {
      var fixed = new HashSet<MonthDay>();
      var afterEaster = new HashSet<Integer>();
      for (String holiday : holidays) {
        if (holiday.startsWith("E")) {
          afterEaster.add(Integer.parseInt(holiday.substring(1)));
        } else {
          fixed.add(MonthDay.parse("--" + holiday));
        }
      }
      return new Country(ZoneId.of(zone), Set.copyOf(fixed), Set.copyOf(afterEaster));
    }
  }

  private static final Map<String, Country> COUNTRIES =
      Map.ofEntries(
          Map.entry(
              "AT",
              Country.of(
                  "Europe/Vienna",
                  "01-01",
                  "01-06",
                  "E+1",
                  "05-01",
                  "E+39",
                  "E+50",
                  "E+60",
                  "08-15",
                  "10-26",
                  "11-01",
                  "12-08",
                  "12-25",
                  "12-26")),
          Map.entry(
              "BE",
              Country.of(
                  "Europe/Brussels",
                  "01-01",
                  "E+1",
                  "05-01",
                  "E+39",
                  "E+50",
                  "07-21",
                  "08-15",
                  "11-01",
                  "11-11",
                  "12-25")),
          Map.entry(
              "DE",
              Country.of(
                  "Europe/Berlin",
                  "01-01",
                  "E-2",
                  "E+1",
                  "05-01",
                  "E+39",
                  "E+50",
                  "10-03",
                  "12-25",
                  "12-26")),
          Map.entry(
              "ES",
              Country.of(
                  "Europe/Madrid",
                  "01-01",
                  "01-06",
                  "E-2",
                  "05-01",
                  "08-15",
                  "10-12",
                  "11-01",
                  "12-06",
                  "12-08",
                  "12-25")),
          Map.entry(
              "FR",
              Country.of(
                  "Europe/Paris",
                  "01-01",
                  "E+1",
                  "05-01",
                  "05-08",
                  "E+39",
                  "E+50",
                  "07-14",
                  "08-15",
                  "11-01",
                  "11-11",
                  "12-25")),
          Map.entry("IN", Country.of("Asia/Kolkata", "01-26", "08-15", "10-02")),
          Map.entry(
              "IT",
              Country.of(
                  "Europe/Rome",
                  "01-01",
                  "01-06",
                  "E+1",
                  "04-25",
                  "05-01",
                  "06-02",
                  "08-15",
                  "11-01",
                  "12-08",
                  "12-25",
                  "12-26")),
          Map.entry(
              "NL",
              Country.of("Europe/Amsterdam", "01-01", "E+1", "E+39", "E+50", "12-25", "12-26")),
          Map.entry(
              "PL",
              Country.of(
                  "Europe/Warsaw",
                  "01-01",
                  "01-06",
                  "E+1",
                  "05-01",
                  "05-03",
                  "E+60",
                  "08-15",
                  "11-01",
                  "11-11",
                  "12-25",
                  "12-26")));

  private PublicHolidays() {}

  /** The zone of a country's capital; empty if it is not in the table. */
  static Optional<ZoneId> zoneOf(String country) {
    return Optional.ofNullable(COUNTRIES.get(country)).map(Country::zone);
  }

  /** Whether the whole country keeps this day. */
  static boolean includes(String country, LocalDate day) {
    Country known = COUNTRIES.get(country);
    if (known == null) {
      return false;
    }
    long afterEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
    return known.fixed().contains(MonthDay.from(day))
        || known.afterEaster().contains(Math.toIntExact(afterEaster));
  }

  /** Easter Sunday: the anonymous Gregorian computus (Meeus/Jones/Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
