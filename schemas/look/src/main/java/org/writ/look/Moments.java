package org.writ.look;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * How times are written, such as {@code 21 Nov 2026, 14:05 UTC}.
 *
 * @param words whose language it is
 */
public record Moments(Words words) {

  private static final int HOURS_BEFORE_DAYS = 72;

  /** A day, such as {@code 21 Nov 2026}. */
  public String day(LocalDate day) {
    return formatter("").format(day);
  }

  /** A moment, to the minute. */
  public String moment(Instant moment) {
    return formatter(", HH:mm 'UTC'").format(moment.atOffset(ZoneOffset.UTC));
  }

  /** How far a moment is from now: {@code in 9 d 4 h}, {@code 12 min ago}. */
  public String relative(Instant moment, Instant now) {
    return moment.isBefore(now)
        ? words.t("time.ago", length(Duration.between(moment, now)))
        : words.t("time.in", length(Duration.between(now, moment)));
  }

  /** Days and hours, or hours and minutes where it is less than three days. */
  public String length(Duration duration) {
    if (duration.toHours() >= HOURS_BEFORE_DAYS) {
      return parts(duration.toDays(), "time.days", duration.toHoursPart(), "time.hours");
    }
    return parts(duration.toHours(), "time.hours", duration.toMinutesPart(), "time.minutes");
  }

  private String parts(long large, String largeUnit, int small, String smallUnit) {
    if (large == 0) {
      return words.t(smallUnit, small);
    }
    String first = words.t(largeUnit, large);
    return small == 0 ? first : first + " " + words.t(smallUnit, small);
  }

  private DateTimeFormatter formatter(String suffix) {
    var language = words.language();
    return DateTimeFormatter.ofPattern(language.dayPattern() + suffix, language.locale());
  }
}
