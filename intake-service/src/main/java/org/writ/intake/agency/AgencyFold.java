package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyCertificateReplaced;
import org.writ.events.intake.AgencyClosed;
import org.writ.events.intake.AgencyRegistered;
import org.writ.events.intake.AgencyRegistrationRejected;
import org.writ.events.intake.AgencyReinstated;
import org.writ.events.intake.AgencyReinstatementProposed;
import org.writ.events.intake.AgencySuspended;
import org.writ.events.intake.AgencyWebhookRemoved;
import org.writ.events.intake.AgencyWebhookSet;
import org.writ.events.intake.OfficerBlocked;
import org.writ.events.intake.OfficerFirstSeen;
import org.writ.events.intake.OfficerUnblocked;

/** How the tables of agencies follow from {@code intake.agencies}. */
@ApplicationScoped
class AgencyFold implements Fold {

  private final AgencyRows rows;

  AgencyFold(AgencyRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_AGENCIES;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "agency",
        "agency_registration",
        "agency_certificate",
        "agency_alias",
        "agency_officer",
        "agency_history");
  }

  @Override
  public void apply(Event event) {
    var envelope = event.envelope();
    var row = row(event);
    switch (event.data()) {
      case AgencyRegistered it -> {
        rows.add(RegistrationRow.of(envelope, it));
        row.pending = envelope.id().toString();
      }
      case AgencyApproved it -> approved(row, it.getRegistration(), envelope);
      case AgencyRegistrationRejected _ -> row.pending = null;
      case AgencyCertificateReplaced it ->
          certificate(row, CertificateRow.bytes(it.getCertificate()), envelope);
      case AgencyWebhookSet it -> webhook(row, it, envelope);
      // The version stays, so that a secret is never used again.
      case AgencyWebhookRemoved _ -> {
        row.webhookUrl = null;
        row.webhookRotatedAt = null;
      }
      case AgencySuspended it -> {
        row.status = AgencyStatus.SUSPENDED;
        row.suspension = envelope.id().toString();
        row.suspendedAt = envelope.time();
        row.reason = it.getReason();
      }
      case AgencyReinstatementProposed _ -> row.reinstatementBy = envelope.actor().toString();
      case AgencyReinstated _ -> {
        row.status = AgencyStatus.ACTIVE;
        endSuspension(row);
        row.reason = null;
      }
      case AgencyClosed it -> {
        row.status = AgencyStatus.CLOSED;
        row.pending = null;
        row.webhookUrl = null;
        endSuspension(row);
        row.reason = it.getReason();
        aliases(row.id, List.of());
      }
      case OfficerFirstSeen it -> {
        var officer = officer(row.id, it.getAccount());
        if (officer.firstSeenAt == null) {
          officer.firstSeenAt = envelope.time();
        }
      }
      case OfficerBlocked it -> officer(row.id, it.getAccount()).blockedAt = envelope.time();
      case OfficerUnblocked it -> officer(row.id, it.getAccount()).blockedAt = null;
      default -> throw new IllegalArgumentException("Unknown type " + envelope.type());
    }
    row.changedAt = envelope.time();
    row.version = envelope.sequence();
    rows.add(history(event));
    // Whoever appends learns here, and not at commit, that another agency has the same alias.
    rows.flush();
  }

  private AgencyRow row(Event event) {
    var envelope = event.envelope();
    var known = rows.findById(envelope.subject());
    if (known != null) {
      return known;
    }
    if (!(event.data() instanceof AgencyRegistered)) {
      throw new IllegalArgumentException("A step of an agency that was never registered");
    }
    var row = new AgencyRow();
    row.id = envelope.subject();
    row.status = AgencyStatus.INVITED;
    row.changedAt = envelope.time();
    row.version = envelope.sequence();
    rows.persist(row);
    return row;
  }

  /** Another secret for the same address is a rotation. */
  private static void webhook(AgencyRow row, AgencyWebhookSet set, Envelope envelope) {
    boolean rotated =
        set.getUrl().equals(row.webhookUrl)
            && !Objects.equals(row.webhookSecretVersion, set.getSecretVersion());
    row.webhookRotatedAt = rotated ? envelope.time() : null;
    row.webhookUrl = set.getUrl();
    row.webhookSecretVersion = set.getSecretVersion();
  }

  private void approved(AgencyRow row, String id, Envelope envelope) {
    var registration = rows.registration(id);
    if (registration == null) {
      throw new IllegalArgumentException("An approval of a registration that never was");
    }
    if (row.status == AgencyStatus.INVITED) {
      row.status = AgencyStatus.ACTIVE;
    }
    row.registration = id;
    row.pending = null;
    String fingerprint = RecipientCertificate.ofDer(registration.certificate).fingerprint();
    if (rows.certificate(row.id, fingerprint) == null) {
      // One that is on file already stays where it is: the agency may have given a newer one since.
      certificate(row, registration.certificate, envelope);
    }
    aliases(row.id, aliases(registration, envelope.time()));
  }

  private void certificate(AgencyRow row, byte[] der, Envelope envelope) {
    var parsed = RecipientCertificate.ofDer(der);
    row.certificate = parsed.fingerprint();
    var known = rows.certificate(row.id, parsed.fingerprint());
    if (known != null) {
      known.sequence = envelope.sequence();
      return;
    }
    var certificate = new CertificateRow();
    certificate.agency = row.id;
    certificate.fingerprint = parsed.fingerprint();
    certificate.certificate = der;
    certificate.validFrom = parsed.validFrom();
    certificate.validUntil = parsed.validUntil();
    certificate.since = envelope.time();
    certificate.sequence = envelope.sequence();
    rows.add(certificate);
  }

  private static List<AliasRow> aliases(RegistrationRow registration, Instant since) {
    String agency = registration.agency;
    var aliases = new ArrayList<AliasRow>();
    RegistrationRow.words(registration.domains)
        .forEach(it -> aliases.add(AliasRow.of(agency, AliasRow.Kind.DOMAIN, it, since)));
    RegistrationRow.words(registration.clients)
        .forEach(it -> aliases.add(AliasRow.of(agency, AliasRow.Kind.CLIENT, it, since)));
    var endpoint = registration.endpoint();
    if (endpoint != null) {
      String alias = AliasRow.endpoint(endpoint.countryCode(), endpoint.uniqueIdentifier());
      aliases.add(AliasRow.of(agency, AliasRow.Kind.ENDPOINT, alias, since));
    }
    return aliases;
  }

  /** What stays keeps its time: how long a domain is on file tells something. */
  private void aliases(String agency, List<AliasRow> wanted) {
    var missing = new HashSet<AliasRow.Key>();
    wanted.forEach(alias -> missing.add(alias.key()));
    for (AliasRow known : rows.aliases(agency)) {
      if (!missing.remove(known.key())) {
        rows.remove(known);
      }
    }
    wanted.stream().filter(alias -> missing.contains(alias.key())).forEach(rows::add);
  }

  private OfficerRow officer(String agency, String account) {
    var known = rows.officer(agency, account);
    if (known != null) {
      return known;
    }
    var row = new OfficerRow();
    row.agency = agency;
    row.account = account;
    rows.add(row);
    return row;
  }

  private static void endSuspension(AgencyRow row) {
    row.suspension = null;
    row.suspendedAt = null;
    row.reinstatementBy = null;
  }

  private static AgencyHistoryRow history(Event event) {
    var envelope = event.envelope();
    var row = new AgencyHistoryRow();
    row.agency = envelope.subject();
    row.sequence = envelope.sequence();
    row.step = event.data().getSchema().getName();
    row.at = envelope.time();
    row.actor = envelope.actor().toString();
    return row;
  }
}
