package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.CaseEmergency;

/** What is known about an emergency; in a case's row all of it or none. */
@Embeddable
class EmergencyColumns {

  @Column @Nullable Integer accountAgeDays;

  @Column @Nullable Boolean domainOnFile;

  @Column @Nullable Integer domainAgeDays;

  @Column @Nullable Boolean firstOfSender;

  @Column @Nullable Integer emergenciesInDay;

  @Column @Nullable Integer emergenciesInMonth;

  @Column @Nullable Integer identifiersAskedByOthers;

  @Column @Nullable Boolean inOfficeHours;

  @Column @Nullable Instant orderDueAt;

  @Column @Nullable Integer domainRegistrationAgeDays;

  static @Nullable EmergencyColumns of(@Nullable CaseEmergency facts) {
    if (facts == null) {
      return null;
    }
    var columns = new EmergencyColumns();
    columns.accountAgeDays = facts.getAccountAgeDays();
    columns.domainOnFile = facts.getDomainOnFile();
    columns.domainAgeDays = facts.getDomainAgeDays();
    columns.firstOfSender = facts.getFirstOfSender();
    columns.emergenciesInDay = facts.getEmergenciesInDay();
    columns.emergenciesInMonth = facts.getEmergenciesInMonth();
    columns.identifiersAskedByOthers = facts.getIdentifiersAskedByOthers();
    columns.inOfficeHours = facts.getInOfficeHours();
    columns.orderDueAt = facts.getOrderDueAt();
    columns.domainRegistrationAgeDays = facts.getDomainRegistrationAgeDays();
    return columns;
  }

  /** The facts as they came; null if there are none. */
  @Nullable CaseEmergency toFacts() {
    if (accountAgeDays == null
        || domainOnFile == null
        || firstOfSender == null
        || emergenciesInDay == null
        || emergenciesInMonth == null
        || identifiersAskedByOthers == null
        || orderDueAt == null) {
      return null;
    }
    return new CaseEmergency(
        accountAgeDays,
        domainOnFile,
        domainAgeDays,
        firstOfSender,
        emergenciesInDay,
        emergenciesInMonth,
        identifiersAskedByOthers,
        inOfficeHours,
        orderDueAt,
        domainRegistrationAgeDays);
  }
}
