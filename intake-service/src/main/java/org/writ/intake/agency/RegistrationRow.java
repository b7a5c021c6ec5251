package org.writ.intake.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.events.intake.AgencyRegistered;

/** What an operator put on file once; written by {@link AgencyFold} alone. */
@Entity
@Table(name = "agency_registration")
class RegistrationRow {

  /** Of its event. */
  @Id String id;

  @Column String agency;

  @Column String name;

  @Column String country;

  @Column String kind;

  /** DER. */
  @Column byte[] certificate;

  @Column String jurisdiction;

  /** With a space between two. */
  @Column String domains;

  @Column @Nullable String endpointCountry;

  @Column @Nullable String endpointIdentifier;

  /** With a space between two. */
  @Column String clients;

  @Column String callBackPhone;

  @Column @Nullable String officeZone;

  /** With a space between two. */
  @Column @Nullable String officeDays;

  @Column @Nullable String officeOpening;

  @Column @Nullable String officeClosing;

  @Column String proposedBy;

  @Column Instant proposedAt;

  static RegistrationRow of(Envelope envelope, AgencyRegistered registered) {
    var row = new RegistrationRow();
    row.id = envelope.id().toString();
    row.agency = envelope.subject();
    row.name = registered.getName();
    row.country = registered.getCountry();
    row.kind = registered.getKind();
    row.certificate = CertificateRow.bytes(registered.getCertificate());
    row.jurisdiction = registered.getJurisdiction();
    row.domains = String.join(" ", registered.getDomains());
    var endpoint = registered.getEndpoint();
    if (endpoint != null) {
      row.endpointCountry = endpoint.getCountryCode();
      row.endpointIdentifier = endpoint.getUniqueIdentifier();
    }
    row.clients = String.join(" ", registered.getClients());
    row.callBackPhone = registered.getCallBackPhone();
    var hours = registered.getOfficeHours();
    if (hours != null) {
      row.officeZone = hours.getTimeZone();
      row.officeDays = String.join(" ", hours.getDays());
      row.officeOpening = hours.getOpening();
      row.officeClosing = hours.getClosing();
    }
    row.proposedBy = envelope.actor().toString();
    row.proposedAt = envelope.time();
    return row;
  }

  AgencyState.Proposal toProposal() {
    return new AgencyState.Proposal(id, toRegistration(), Actor.parse(proposedBy));
  }

  Registration toRegistration() {
    return new Registration(
        name,
        country,
        Registration.Kind.valueOf(kind),
        RecipientCertificate.ofDer(certificate),
        jurisdiction,
        words(domains),
        endpoint(),
        words(clients),
        callBackPhone,
        officeHours());
  }

  Registration.@Nullable Endpoint endpoint() {
    return endpointCountry == null || endpointIdentifier == null
        ? null
        : new Registration.Endpoint(endpointCountry, endpointIdentifier);
  }

  private @Nullable OfficeHours officeHours() {
    if (officeZone == null
        || officeDays == null
        || officeOpening == null
        || officeClosing == null) {
      return null;
    }
    return new OfficeHours(
        ZoneId.of(officeZone),
        words(officeDays).stream().map(DayOfWeek::valueOf).toList(),
        LocalTime.parse(officeOpening),
        LocalTime.parse(officeClosing));
  }

  static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
