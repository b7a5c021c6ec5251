package org.writ.intake.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.writ.events.intake.EmergencyFacts;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.Domains;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.emergency.EmergencyAssessment.Observations;

/**
 * Gathers what this service's own records, and the registry of the officer's mail domain, say about
 * an emergency that is being submitted.
 */
@ApplicationScoped
public class ObserveEmergency {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);

  private final RegisteredAgencies agencies;
  private final EmergencyRows rows;
  private final DomainRegistry registry;
  private final EmergencyConfig config;

  ObserveEmergency(
      RegisteredAgencies agencies,
      EmergencyRows rows,
      DomainRegistry registry,
      EmergencyConfig config) {
    this.agencies = agencies;
    this.rows = rows;
    this.registry = registry;
    this.config = config;
  }

  /**
   * An emergency that is being submitted.
   *
   * @param agency whose it is
   * @param account opaque id of whoever submits it
   * @param officerEmail mail address of the officer in charge, as the agency wrote it
   * @param senderFingerprint of that address
   * @param regime the law that it is submitted under
   * @param identifiersAskedByOthers items whose identifier another agency asked for before
   * @param submittedAt when
   */
  public record NewEmergency(
      Agency agency,
      String account,
      String officerEmail,
      String senderFingerprint,
      String regime,
      int identifiersAskedByOthers,
      Instant submittedAt) {

    /** Without what is about persons. */
    @Override
    public String toString() {
      return "NewEmergency[" + agency.id() + " " + submittedAt + "]";
    }
  }

  /**
   * Asks outside what has to be asked there. To be called before the transaction of {@link
   * #observe}, as it may take the time limit of {@link DomainRegistryConfig}; without it the facts
   * say that the answer is not known.
   *
   * @param officerEmail mail address of the officer in charge
   */
  public void prepare(String officerEmail) {
    Domains.canonical(domain(officerEmail)).ifPresent(registry::ask);
  }

  /**
   * The facts to be recorded, in the current transaction; until it ends, no other emergency of the
   * agency is counted.
   */
  public EmergencyFacts observe(NewEmergency emergency) {
    String agency = emergency.agency().id();
    Instant now = emergency.submittedAt();
    String domain = domain(emergency.officerEmail());
    String sender = emergency.senderFingerprint();
    List<EmergencyRow> earlier = rows.hold(agency, now.minus(MONTH), sender);
    return EmergencyAssessment.of(
        new Observations(
            now,
            agencies.firstSeen(agency, emergency.account()).orElse(null),
            agencies.domainSince(agency, domain).orElse(null),
            Domains.canonical(domain).flatMap(registry::registeredAt).orElse(null),
            earlier.stream().anyMatch(row -> row.senderFingerprint.equals(sender)),
            count(earlier, now.minus(DAY)),
            count(earlier, now.minus(MONTH)),
            emergency.identifiersAskedByOthers(),
            emergency.agency().registration().country(),
            emergency.agency().registration().officeHours(),
            OrderPeriod.of(config, emergency.regime())));
  }

  private static int count(List<EmergencyRow> rows, Instant since) {
    return Math.toIntExact(rows.stream().filter(row -> row.receivedAt.isAfter(since)).count());
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1);
  }
}
