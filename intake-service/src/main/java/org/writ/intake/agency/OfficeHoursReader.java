package org.writ.intake.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/** Reads the member {@code officeHours} of a registration. Pure. */
final class OfficeHoursReader {

  private static final Text ZONE = Text.line(60);
  private static final Text TIME = Text.line(5);
  private static final int DAYS_OF_A_WEEK = 7;
  private static final Pattern HOUR_AND_MINUTE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private OfficeHoursReader() {}

  /** The hours; null if they are absent or wrong. */
  static @Nullable OfficeHours member(Members body, Faults faults) {
    var hours = body.optionalObject("officeHours");
    if (hours == null) {
      return null;
    }
    var zone = zone(hours);
    var days = days(hours, faults);
    var opening = time(hours, "opening");
    var closing = time(hours, "closing");
    if (opening != null && closing != null && !closing.isAfter(opening)) {
      hours.fault("closing", "must be later than opening");
    }
    hours.refuseOthers();
    return zone == null || opening == null || closing == null
        ? null
        : new OfficeHours(zone, days, opening, closing);
  }

  private static @Nullable ZoneId zone(Members hours) {
    var text = hours.text("timeZone", ZONE);
    if (text == null) {
      return null;
    }
    // Names only: an offset does not know when summer begins.
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    hours.fault("timeZone", "must be a time zone of the IANA database, such as Europe/Berlin");
    return null;
  }

  private static List<DayOfWeek> days(Members hours, Faults faults) {
    JsonNode array = hours.array("days", DAYS_OF_A_WEEK);
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; array != null && i < array.size(); i++) {
      var day =
          Members.choice(array.get(i), hours.pointer("days") + "/" + i, DayOfWeek.class, faults);
      if (day != null) {
        days.add(day);
      }
    }
    return List.copyOf(days);
  }

  private static @Nullable LocalTime time(Members hours, String name) {
    var text = hours.text(name, TIME);
    if (text == null) {
      return null;
    }
    try {
      if (HOUR_AND_MINUTE.matcher(text).matches()) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException notATime) {
      // Falls through to the same answer as any other text that is no time.
    }
    hours.fault(name, "must be a time of day, such as 08:00");
    return null;
  }
}
