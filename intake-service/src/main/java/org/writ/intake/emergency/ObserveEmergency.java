package org.writ.intake.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.writ.events.intake.EmergencyFacts;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.emergency.EmergencyAssessment.Observations;

/** Gathers what this service's own records say about an emergency that is being submitted. */
@ApplicationScoped
public class ObserveEmergency {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);

  private final RegisteredAgencies agencies;
  private final EmergencyRows rows;
  private final EmergencyConfig config;

  ObserveEmergency(RegisteredAgencies agencies, EmergencyRows rows, EmergencyConfig config) {
    this.agencies = agencies;
    this.rows = rows;
    this.config = config;
  }

  /**
   * An emergency that is being submitted.
   *
   * @param agency whose it is
   * @param account opaque id of whoever submits it
   * @param officerEmail mail address of the officer in charge, as the agency wrote it
   * @param senderFingerprint of that address
   * @param identifiersAskedByOthers items whose identifier another agency asked for before
   * @param submittedAt when
   */
  public record NewEmergency(
      Agency agency,
      String account,
      String officerEmail,
      String senderFingerprint,
      int identifiersAskedByOthers,
      Instant submittedAt) {

    /** Without what is about persons. */
    @Override
    public String toString() {
      return "NewEmergency[" + agency.id() + " " + submittedAt + "]";
    }
  }

  /** The facts to be recorded, in the current transaction. */
  public EmergencyFacts observe(NewEmergency emergency) {
    String agency = emergency.agency().id();
    Instant now = emergency.submittedAt();
    return EmergencyAssessment.of(
        new Observations(
            now,
            agencies.firstSeen(agency, emergency.account()).orElse(null),
            agencies.domainSince(agency, domain(emergency.officerEmail())).orElse(null),
            rows.isSenderKnown(agency, emergency.senderFingerprint()),
            rows.countOfAgency(agency, now.minus(DAY), now),
            rows.countOfAgency(agency, now.minus(MONTH), now),
            emergency.identifiersAskedByOthers(),
            emergency.agency().registration().officeHours(),
            config.orderWithin()));
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1);
  }
}
