package org.writ.intake.agency;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operator put on file, as the API shows it.
 *
 * @param name official name
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param jurisdiction the territory or matter that it is competent for; empty if nobody said
 * @param domains mail domains that its officers write from, in ASCII
 * @param endpoint where its HI-1 messages come from; null if it sends none
 * @param clients OIDC clients that may act for it
 * @param callBackPhone the authority's number for call-backs (E.164); empty if unknown
 * @param officeHours when somebody is at work there; null if nobody said
 * @param certificate X.509, PEM
 * @param certificateSha256 SHA-256 (hex) of the certificate in DER
 * @param certificateValidUntil the last moment at which the certificate is valid
 * @param proposedBy role and opaque id of the operator who put it on file
 * @param proposedAt when that was
 */
@Schema(name = "AgencyRegistrationOnFile")
record RegistrationView(
    String name,
    String country,
    Registration.Kind kind,
    String jurisdiction,
    List<String> domains,
    Registration.@Nullable Endpoint endpoint,
    List<String> clients,
    String callBackPhone,
    RegistrationBody.@Nullable Hours officeHours,
    String certificate,
    String certificateSha256,
    Instant certificateValidUntil,
    String proposedBy,
    Instant proposedAt) {

  static @Nullable RegistrationView of(@Nullable RegistrationRow row) {
    if (row == null) {
      return null;
    }
    var registration = row.toRegistration();
    var certificate = registration.certificate();
    return new RegistrationView(
        registration.name(),
        registration.country(),
        registration.kind(),
        registration.jurisdiction(),
        registration.domains(),
        registration.endpoint(),
        registration.clients(),
        registration.callBackPhone(),
        hours(registration.officeHours()),
        certificate.pem(),
        certificate.fingerprint(),
        certificate.validUntil(),
        row.proposedBy,
        row.proposedAt);
  }

  private static RegistrationBody.@Nullable Hours hours(@Nullable OfficeHours hours) {
    return hours == null
        ? null
        : new RegistrationBody.Hours(
            hours.timeZone().getId(),
            hours.days(),
            hours.opening().toString(),
            hours.closing().toString());
  }
}
