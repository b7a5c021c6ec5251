package org.writ.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.intake.deadline.Deadline.Order;

class DeadlineTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-21T09:30:00.123Z");
  private static final WorkCalendar BERLIN = WorkCalendar.of("DE", null);

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY,EU_E_EVIDENCE,false,2026-11-21T17:30:00.123Z,'Regulation (EU) 2023/1543, Article"
        + " 10(4)'",
    "EMERGENCY,EU_E_EVIDENCE,true,2026-11-21T17:30:00.123Z,'Regulation (EU) 2023/1543, Article"
        + " 10(4)'",
    "EMERGENCY,NATIONAL,false,2026-11-21T17:30:00.123Z,'The platform''s rule for emergencies, 8"
        + " hours'",
    "EMERGENCY,MLAT,false,2026-11-21T17:30:00.123Z,'The platform''s rule for emergencies, 8 hours'",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,false,2026-12-01T09:30:00.123Z,'Regulation (EU) 2023/1543,"
        + " Article 10(3)'",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,true,2026-12-01T09:30:00.123Z,'Regulation (EU) 2023/1543,"
        + " Article 10(2)'",
    "PRESERVATION_ORDER,EU_E_EVIDENCE,true,2026-11-24T09:30:00.123Z,'Regulation (EU) 2023/1543,"
        + " Article 11(1), as the platform''s rule of 3 days'",
    "PRESERVATION_ORDER,NATIONAL,true,2026-11-24T09:30:00.123Z,'The platform''s rule for"
        + " preservation, 3 days'",
    "PRESERVATION_ORDER,MLAT,true,2026-11-24T09:30:00.123Z,'The platform''s rule for"
        + " preservation, 3 days'",
    "COURT_ORDER,NATIONAL,false,2026-12-21T09:30:00.123Z,'The platform''s service level, 30 days'",
    "SEARCH_WARRANT,CLOUD_ACT,true,2026-12-21T09:30:00.123Z,'The platform''s service level, 30"
        + " days'",
    "SUBPOENA,MLAT,false,2026-12-18T23:00:00Z,'The platform''s service level for mutual legal"
        + " assistance, 20 working days of the agency'"
  })
  void deadlineFollowsFromProcessRegimeAndData(
      String process, String regime, boolean notified, Instant dueAt, String rule) {
    // Given
    var order = new Order(regime, process, notified);

    // When
    var deadline = Deadline.of(order, RECEIVED, BERLIN);

    // Then
    assertThat(deadline.dueAt()).isEqualTo(dueAt);
    assertThat(deadline.rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION_ORDER,EU_E_EVIDENCE,true,240",
    "COURT_ORDER,EU_E_EVIDENCE,true,240",
    "EMERGENCY,EU_E_EVIDENCE,true,96",
    "PRODUCTION_ORDER,EU_E_EVIDENCE,false,",
    "EMERGENCY,EU_E_EVIDENCE,false,",
    "PRESERVATION_ORDER,EU_E_EVIDENCE,true,",
    "PRODUCTION_ORDER,NATIONAL,true,",
    "EMERGENCY,NATIONAL,true,"
  })
  void enforcingAuthorityMayObjectWhereItIsNotified(
      String process, String regime, boolean notified, @Nullable Long hours) {
    // Given
    var order = new Order(regime, process, notified);

    // When
    var deadline = Deadline.of(order, RECEIVED, BERLIN);

    // Then
    assertThat(deadline.objectionUntil())
        .isEqualTo(hours == null ? null : RECEIVED.plus(Duration.ofHours(hours)));
  }

  @ParameterizedTest
  @CsvSource({"EU_E_EVIDENCE,true", "NATIONAL,false", "MLAT,false", "CLOUD_ACT,false"})
  void onlyTheUnionsDeadlineWaitsForClarification(String regime, boolean waits) {
    // Given
    var order = new Order(regime, "PRODUCTION_ORDER", false);

    // When
    var deadline = Deadline.of(order, RECEIVED, BERLIN);

    // Then
    assertThat(deadline.waitsForClarification()).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go forward, and back: days counted to the minute are of 24 hours.
    "2026-03-28T12:00:00Z,2026-04-07T12:00:00Z",
    "2026-10-24T12:00:00Z,2026-11-03T12:00:00Z",
    // Over the end of the year, and over a leap day.
    "2026-12-28T00:00:00Z,2027-01-07T00:00:00Z",
    "2028-02-24T08:00:00Z,2028-03-05T08:00:00Z",
    "2027-02-24T08:00:00Z,2027-03-06T08:00:00Z"
  })
  void tenDaysAreTenTimesTwentyFourHours(Instant received, Instant dueAt) {
    // Given
    var order = new Order("EU_E_EVIDENCE", "PRODUCTION_ORDER", false);

    // When
    var deadline = Deadline.of(order, received, BERLIN);

    // Then
    assertThat(deadline.dueAt()).isEqualTo(dueAt);
  }

  @ParameterizedTest
  @CsvSource({
    // A Friday: Saturday and Sunday are not counted.
    "DE,Europe/Berlin,2026-11-20T09:00:00Z,1,2026-11-23T23:00:00Z",
    // A Saturday counts from Monday on, like the Friday before it.
    "DE,Europe/Berlin,2026-11-21T09:00:00Z,1,2026-11-23T23:00:00Z",
    // Just before and just after midnight in Berlin.
    "DE,Europe/Berlin,2026-11-22T22:59:59Z,1,2026-11-23T23:00:00Z",
    "DE,Europe/Berlin,2026-11-22T23:00:00Z,1,2026-11-24T23:00:00Z",
    // The clocks go forward on Sunday 29 March, and back on Sunday 25 October.
    "DE,Europe/Berlin,2026-03-27T12:00:00Z,1,2026-03-30T22:00:00Z",
    "DE,Europe/Berlin,2026-10-23T12:00:00Z,1,2026-10-26T23:00:00Z",
    // Good Friday 3 April and Easter Monday 6 April 2026; France works on Good Friday.
    "DE,Europe/Berlin,2026-04-02T12:00:00Z,1,2026-04-07T22:00:00Z",
    "FR,Europe/Paris,2026-04-02T12:00:00Z,1,2026-04-03T22:00:00Z",
    // Christmas and New Year's Day.
    "DE,Europe/Berlin,2026-12-24T12:00:00Z,1,2026-12-28T23:00:00Z",
    "DE,Europe/Berlin,2026-12-31T12:00:00Z,1,2027-01-04T23:00:00Z",
    // A leap day is a Tuesday and worked.
    "DE,Europe/Berlin,2028-02-28T12:00:00Z,1,2028-02-29T23:00:00Z",
    // An agency abroad: Republic Day, a Monday, in India; the day is over at 18:30 UTC.
    "IN,Asia/Kolkata,2026-01-23T12:00:00Z,1,2026-01-27T18:30:00Z",
    "IN,Asia/Kolkata,2026-11-20T18:29:59Z,1,2026-11-23T18:30:00Z",
    // A country that is not in the table keeps its weekends.
    "BR,America/Sao_Paulo,2026-12-24T12:00:00Z,1,2026-12-26T03:00:00Z",
    "DE,Europe/Berlin,2026-11-20T09:00:00Z,20,2026-12-18T23:00:00Z"
  })
  void workingDaysEndAtMidnightInTheAgencysCalendar(
      String country, ZoneId zone, Instant begin, int days, Instant end) {
    // Given
    var calendar = WorkCalendar.of(country, zone);

    // When
    var found = calendar.endOfWorkingDay(begin, days);

    // Then
    assertThat(found).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "1961,1961-04-02",
    "2000,2000-04-23",
    "2008,2008-03-23",
    "2011,2011-04-24",
    "2024,2024-03-31",
    "2025,2025-04-20",
    "2026,2026-04-05",
    "2027,2027-03-28",
    "2038,2038-04-25"
  })
  void easterIsWhereTheCalendarHasIt(int year, LocalDate sunday) {
    // Given a year

    // When
    var easter = PublicHolidays.easter(year);

    // Then
    assertThat(easter).isEqualTo(sunday);
  }

  @Test
  void agencyWithoutOfficeHoursHasTheZoneOfItsCapitalOrNone() {
    // Given two countries of which one is in the table

    // When
    var france = WorkCalendar.of("FR", null);
    var brazil = WorkCalendar.of("BR", null);

    // Then
    assertThat(france.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(brazil.zone()).isEqualTo(ZoneOffset.UTC);
  }
}
