package org.writ.intake.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

  @ParameterizedTest
  @CsvSource({
    // Monday, in winter one hour ahead of UTC.
    "2026-11-23T06:59:59Z,false",
    "2026-11-23T07:00:00Z,true",
    "2026-11-23T16:29:59Z,true",
    "2026-11-23T16:30:00Z,false",
    // Friday in summer, two hours ahead.
    "2026-07-17T06:00:00Z,true",
    // Saturday there, though Friday in UTC; and a Sunday.
    "2026-11-20T23:30:00Z,false",
    "2026-11-22T10:00:00Z,false"
  })
  void hoursAreThoseOfTheAgencysClock(Instant moment, boolean atWork) {
    // Given
    var hours =
        new OfficeHours(
            ZoneId.of("Europe/Berlin"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 30));

    // When
    boolean included = hours.include(moment);

    // Then
    assertThat(included).isEqualTo(atWork);
  }
}
