package org.writ.intake.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.events.intake.EmergencyFacts;
import org.writ.intake.agency.OfficeHours;
import org.writ.intake.emergency.EmergencyAssessment.Observations;

class EmergencyAssessmentTest {

  /** A Saturday. */
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  private static final OrderPeriod ORDER = new OrderPeriod(Duration.ofHours(24), "A law");

  private static final OfficeHours WEEKDAYS =
      new OfficeHours(
          ZoneId.of("Europe/Berlin"),
          List.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY),
          LocalTime.of(8, 0),
          LocalTime.of(17, 0));

  private static Observations seen(
      Instant at,
      @Nullable Instant account,
      @Nullable Instant domain,
      boolean senderKnown,
      @Nullable OfficeHours hours) {
    return new Observations(at, account, domain, domain, senderKnown, 2, 7, 3, "DE", hours, ORDER);
  }

  @Test
  void factsSayWhatWasSeen() {
    // Given
    var seen =
        seen(NOW, NOW.minus(Duration.ofDays(400)), NOW.minus(Duration.ofDays(30)), true, WEEKDAYS);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts)
        .isEqualTo(
            new EmergencyFacts(
                400,
                true,
                30,
                false,
                2,
                7,
                3,
                false,
                Instant.parse("2026-11-22T09:30:00Z"),
                30,
                "A law"));
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    // Given
    var seen = seen(NOW, null, null, false, null);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts.getAccountAgeDays()).isZero();
    assertThat(facts.getDomainOnFile()).isFalse();
    assertThat(facts.getDomainAgeDays()).isNull();
    assertThat(facts.getDomainRegistrationAgeDays()).isNull();
    assertThat(facts.getFirstOfSender()).isTrue();
    assertThat(facts.getInOfficeHours()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0", "PT23H59M59S,0", "PT24H,1", "P365D,365", "-PT5S,0"})
  void agesAreWholeDays(Duration age, int days) {
    // Given
    var seen = seen(NOW, NOW.minus(age), NOW.minus(age), false, null);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts.getAccountAgeDays()).isEqualTo(days);
    assertThat(facts.getDomainAgeDays()).isEqualTo(days);
    assertThat(facts.getDomainRegistrationAgeDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T06:59:59Z,false",
    "2026-11-20T07:00:00Z,true",
    "2026-11-20T15:59:59Z,true",
    "2026-11-20T16:00:00Z,false",
    "2026-11-21T09:30:00Z,false",
    "2026-07-20T06:00:00Z,true"
  })
  void officeHoursAreThoseOfTheAgencysDay(Instant at, boolean atWork) {
    // Given
    var seen = seen(at, null, null, false, WEEKDAYS);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts.getInOfficeHours()).isEqualTo(atWork);
  }

  @ParameterizedTest
  @CsvSource({
    // The Day of German Unity, a Saturday; Christmas, a Friday; Ascension, a Thursday.
    "2026-10-03T09:00:00Z,DE,false",
    "2026-12-25T09:00:00Z,DE,false",
    "2026-05-14T09:00:00Z,DE,false",
    // It begins and ends at midnight in Berlin: in UTC an hour before.
    "2026-12-24T15:59:59Z,DE,true",
    "2026-12-28T07:00:00Z,DE,true",
    // The fourteenth of July, a Tuesday, is a holiday in France alone.
    "2026-07-14T09:00:00Z,FR,false",
    "2026-07-14T09:00:00Z,DE,true",
    // Nothing is known of holidays there.
    "2026-12-25T09:00:00Z,SE,true"
  })
  void nobodyIsAtWorkOnAPublicHoliday(Instant at, String country, boolean atWork) {
    // Given
    var seen = new Observations(at, null, null, null, false, 0, 0, 0, country, WEEKDAYS, ORDER);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts.getInOfficeHours()).isEqualTo(atWork);
  }

  @Test
  void whoWorksOnSundaysWorksOnHolidays() {
    // Given
    var always =
        new OfficeHours(
            ZoneId.of("Europe/Berlin"),
            List.of(DayOfWeek.values()),
            LocalTime.of(0, 0),
            LocalTime.of(23, 59));
    var seen = seen(Instant.parse("2026-12-25T09:00:00Z"), null, null, false, always);

    // When
    var facts = EmergencyAssessment.of(seen);

    // Then
    assertThat(facts.getInOfficeHours()).isTrue();
  }
}
