package org.writ.intake.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked at an agency.
 *
 * @param zone where its days begin and end
 * @param country whose public holidays it keeps, ISO 3166-1 alpha-2
 */
public record WorkCalendar(ZoneId zone, String country) {

  /**
   * An agency's calendar.
   *
   * @param zone of its office hours; null if nobody said: that of its country's capital, or UTC
   */
  public static WorkCalendar of(String country, @Nullable ZoneId zone) {
    return new WorkCalendar(
        zone == null ? PublicHolidays.zoneOf(country).orElse(ZoneOffset.UTC) : zone, country);
  }

  /** Neither Saturday nor Sunday nor a public holiday of the whole country. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday(day);
  }

  /** A public holiday of the whole country, as far as they are known here. */
  public boolean isHoliday(LocalDate day) {
    return PublicHolidays.includes(country, day);
  }

  /** The day at the agency. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /**
   * The end of a period in working days: the midnight after the last of them. The day on which it
   * begins is not counted (Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (3)).
   *
   * @param begin when the period begins
   * @param days at least 1
   */
  public Instant endOfWorkingDay(Instant begin, int days) {
    LocalDate day = dayOf(begin);
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
