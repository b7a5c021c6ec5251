package org.writ.intake.agency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * What counts about agencies: what two operators agreed on. For the other rooms; each call is in
 * the current transaction, if there is one.
 */
@ApplicationScoped
public class RegisteredAgencies {

  private final AgencyRows rows;
  private final Clock clock;

  RegisteredAgencies(AgencyRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Where an agency is told of changes.
   *
   * @param url the address
   * @param secretVersion counts the secrets that signatures were made with, from 1
   * @param rotatedAt when that secret took the place of another for this address; null if it did
   *     not
   */
  public record Webhook(String url, int secretVersion, @Nullable Instant rotatedAt) {}

  /** What counts about an agency; empty if nothing does, as it was never approved. */
  public Optional<Agency> find(String id) {
    return rows.counting(id).map(this::agency);
  }

  /**
   * An agency that may act.
   *
   * @throws AgencyRefusal (403) if it is not registered, not approved yet, suspended or closed
   */
  public Agency active(String id) {
    var counting = rows.counting(id);
    if (counting.isEmpty()) {
      throw rows.findByIdOptional(id).isEmpty()
          ? unregistered()
          : AgencyRules.notActive(AgencyStatus.INVITED);
    }
    var agency = agency(counting.get());
    if (agency.status() != AgencyStatus.ACTIVE) {
      throw AgencyRules.notActive(agency.status());
    }
    return agency;
  }

  /**
   * An agency that may submit requests: it is active, and packages can be encrypted to it.
   *
   * @throws AgencyRefusal (403) if it is not active
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if its certificate has expired
   */
  public Agency submitter(String id) {
    var agency = active(id);
    if (!agency.certificate().isValid(clock.instant())) {
      throw Problems.conflict(
          "The agency's certificate is not valid: no package can be encrypted to it. Give another"
              + " with PUT /v1/agency/certificate.");
    }
    return agency;
  }

  /** The agency whose HI-1 messages come from there; empty if nobody's do. */
  public Optional<Agency> byEndpoint(String countryCode, String uniqueIdentifier) {
    return rows.holder(AliasRow.Kind.ENDPOINT, AliasRow.endpoint(countryCode, uniqueIdentifier))
        .flatMap(this::find);
  }

  /** Whether an OIDC client may act for the agency. */
  public boolean isClient(String agency, String client) {
    // In a transaction even if there is none: otherwise a call would keep its connection to its
    // end.
    return QuarkusTransaction.joiningExisting()
        .call(() -> rows.holder(AliasRow.Kind.CLIENT, client).filter(agency::equals).isPresent());
  }

  /** When somebody acted for the agency for the first time; empty if never. */
  public Optional<Instant> firstSeen(String agency, String account) {
    var officer = rows.officer(agency, account);
    return officer == null ? Optional.empty() : Optional.ofNullable(officer.firstSeenAt);
  }

  /**
   * Since when a mail domain is on file with the agency; empty if it is not.
   *
   * @param domain in any case, in ASCII or not
   */
  public Optional<Instant> domainSince(String agency, String domain) {
    return Domains.canonical(domain)
        .map(name -> rows.alias(agency, AliasRow.Kind.DOMAIN, name))
        .map(alias -> alias.since);
  }

  /** Where the agency is told of changes; empty if it is not. */
  public Optional<Webhook> webhook(String agency) {
    var row = rows.findById(agency);
    return row == null || row.webhookUrl == null || row.webhookSecretVersion == null
        ? Optional.empty()
        : Optional.of(new Webhook(row.webhookUrl, row.webhookSecretVersion, row.webhookRotatedAt));
  }

  /** Version of the last secret that an agency's webhook had, also of one that is gone; or 0. */
  public int webhookSecretVersion(String agency) {
    var row = rows.findById(agency);
    return row == null || row.webhookSecretVersion == null ? 0 : row.webhookSecretVersion;
  }

  /**
   * Which of these agencies are active; and holds, until the current transaction ends, that they
   * are: a suspension waits, and then sees what the transaction did.
   */
  public Set<String> holdActive(Collection<String> ids) {
    return rows.hold(ids).stream()
        .filter(row -> row.status == AgencyStatus.ACTIVE)
        .map(row -> row.id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static AgencyRefusal unregistered() {
    return new AgencyRefusal.NotActive(
        "The agency is not registered here; ask the operators to register it.");
  }

  private Agency agency(AgencyRows.Counting counting) {
    var row = counting.agency();
    var now = clock.instant();
    var newest = RecipientCertificate.ofDer(counting.certificate().certificate);
    var certificate =
        newest.hasBegun(now)
            ? newest
            : newestBegun(
                rows.certificates(row.id).stream()
                    .map(onFile -> RecipientCertificate.ofDer(onFile.certificate))
                    .toList(),
                now);
    return new Agency(
        row.id,
        row.status,
        counting.registration().toRegistration(),
        certificate,
        row.changedAt,
        row.version);
  }

  /**
   * The certificate that counts: the one that came last, once its validity has begun. What it took
   * the place of never counts again, even if that is valid for longer: its key may be lost.
   *
   * @param certificates at least one, the newest first
   */
  static RecipientCertificate newestBegun(List<RecipientCertificate> certificates, Instant now) {
    return certificates.stream()
        .filter(certificate -> certificate.hasBegun(now))
        .findFirst()
        .orElseGet(certificates::getFirst);
  }
}
