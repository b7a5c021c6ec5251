package org.writ.intake.emergency;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.EmergencyFacts;
import org.writ.intake.agency.OfficeHours;
import org.writ.intake.deadline.WorkCalendar;

/**
 * What is known about an emergency besides what the agency says. Nothing is decided here: the facts
 * are recorded for whoever reviews it, and for the call-back. Pure.
 */
public final class EmergencyAssessment {

  private EmergencyAssessment() {}

  /**
   * What was seen in the service's own records and asked of others, as of submission.
   *
   * @param submittedAt when the emergency was submitted
   * @param accountFirstSeenAt when whoever submitted it acted for the agency for the first time;
   *     null: never before
   * @param domainOnFileSince since when the officer's mail domain is on file with the agency; null:
   *     it is not
   * @param domainRegisteredAt when that domain was registered, as its registry says; null if that
   *     is not known
   * @param senderKnown whether the agency submitted an emergency of this officer before
   * @param emergenciesInDay the agency's others of the 24 hours before
   * @param emergenciesInMonth the agency's others of the 30 days before
   * @param identifiersAskedByOthers items whose identifier another agency asked for before
   * @param country whose public holidays the agency keeps, ISO 3166-1 alpha-2
   * @param officeHours when somebody is at work at the agency; null if it is not on file
   * @param order how long after submission the order must have come
   */
  public record Observations(
      Instant submittedAt,
      @Nullable Instant accountFirstSeenAt,
      @Nullable Instant domainOnFileSince,
      @Nullable Instant domainRegisteredAt,
      boolean senderKnown,
      int emergenciesInDay,
      int emergenciesInMonth,
      int identifiersAskedByOthers,
      String country,
      @Nullable OfficeHours officeHours,
      OrderPeriod order) {}

  /** The facts that follow. */
  public static EmergencyFacts of(Observations seen) {
    return EmergencyFacts.newBuilder()
        .setAccountAgeDays(days(seen.accountFirstSeenAt(), seen.submittedAt()))
        .setDomainOnFile(seen.domainOnFileSince() != null)
        .setDomainAgeDays(knownDays(seen.domainOnFileSince(), seen.submittedAt()))
        .setDomainRegistrationAgeDays(knownDays(seen.domainRegisteredAt(), seen.submittedAt()))
        .setFirstOfSender(!seen.senderKnown())
        .setEmergenciesInDay(seen.emergenciesInDay())
        .setEmergenciesInMonth(seen.emergenciesInMonth())
        .setIdentifiersAskedByOthers(seen.identifiersAskedByOthers())
        .setInOfficeHours(inOfficeHours(seen))
        .setOrderDueAt(seen.submittedAt().plus(seen.order().within()))
        .setOrderRule(seen.order().rule())
        .build();
  }

  /** Whole days; what was seen by another instance's clock a moment later is today. */
  private static int days(@Nullable Instant since, Instant until) {
    return since == null
        ? 0
        : Math.toIntExact(Math.max(0, Duration.between(since, until).toDays()));
  }

  private static @Nullable Integer knownDays(@Nullable Instant since, Instant until) {
    return since == null ? null : (Integer) days(since, until);
  }

  private static @Nullable Boolean inOfficeHours(Observations seen) {
    OfficeHours hours = seen.officeHours();
    return hours == null
        ? null
        : (Boolean) (hours.include(seen.submittedAt()) && !isDayOff(seen, hours));
  }

  /** A public holiday, unless the agency works on Sundays too: then on holidays as well. */
  private static boolean isDayOff(Observations seen, OfficeHours hours) {
    var calendar = WorkCalendar.of(seen.country(), hours.timeZone());
    return !hours.days().contains(DayOfWeek.SUNDAY)
        && calendar.isHoliday(calendar.dayOf(seen.submittedAt()));
  }
}
