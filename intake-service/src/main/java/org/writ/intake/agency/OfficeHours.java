package org.writ.intake.agency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When somebody is at work at an agency.
 *
 * @param timeZone where the hours are meant
 * @param days at least one, in the order of the week
 * @param opening from this time of day on
 * @param closing until before this time of day; later than {@code opening}
 */
public record OfficeHours(
    ZoneId timeZone, List<DayOfWeek> days, LocalTime opening, LocalTime closing) {

  /** Whether somebody is at work at that moment. */
  public boolean include(Instant moment) {
    var there = moment.atZone(timeZone);
    var time = there.toLocalTime();
    return days.contains(there.getDayOfWeek()) && !time.isBefore(opening) && time.isBefore(closing);
  }
}
