package org.writ.intake.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency as the API shows it.
 *
 * @param id its client at the identity provider
 * @param name official name
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param certificate X.509, PEM: what packages are encrypted to
 * @param certificateSha256 SHA-256 (hex) of the certificate in DER
 * @param certificateValidUntil the last moment at which the certificate is valid
 * @param changedAt when this was registered
 */
@Schema(name = "Agency")
record AgencyView(
    String id,
    String name,
    String country,
    Registration.Kind kind,
    String certificate,
    String certificateSha256,
    Instant certificateValidUntil,
    Instant changedAt) {

  static AgencyView of(Agency agency) {
    var registration = agency.registration();
    var certificate = registration.certificate();
    return new AgencyView(
        agency.id(),
        registration.name(),
        registration.country(),
        registration.kind(),
        certificate.pem(),
        certificate.fingerprint(),
        certificate.validUntil(),
        agency.changedAt());
  }
}
