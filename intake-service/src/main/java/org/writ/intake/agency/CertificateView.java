package org.writ.intake.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate on file.
 *
 * @param sha256 SHA-256 (hex) of the certificate in DER
 * @param certificate X.509, PEM
 * @param validFrom the first moment at which it is valid
 * @param validUntil the last moment at which it is valid
 * @param since when it was put on file
 */
@Schema(name = "AgencyCertificate")
record CertificateView(
    String sha256, String certificate, Instant validFrom, Instant validUntil, Instant since) {

  static CertificateView of(CertificateRow row) {
    return new CertificateView(
        row.fingerprint,
        RecipientCertificate.ofDer(row.certificate).pem(),
        row.validFrom,
        row.validUntil,
        row.since);
  }
}
