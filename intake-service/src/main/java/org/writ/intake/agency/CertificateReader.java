package org.writ.intake.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Reads an agency's certificate. Pure. */
final class CertificateReader {

  /**
   * A certificate with a long chain of extensions has 4 KiB; a private key or a whole chain does
   * not belong here.
   */
  private static final Text CERTIFICATE = Text.lines(16_384);

  private CertificateReader() {}

  /** Reads the body of {@code PUT /v1/agency/certificate}. */
  static Reading<RecipientCertificate> read(JsonNode tree, Instant now) {
    return Reading.of(tree, body -> member(body, now));
  }

  /** The member {@code certificate}; null if it is missing or cannot be read. */
  static @Nullable RecipientCertificate member(Members body, Instant now) {
    var pem = body.text("certificate", CERTIFICATE);
    if (pem == null) {
      return null;
    }
    var certificate = RecipientCertificate.ofPem(pem);
    certificate
        .map(parsed -> parsed.faults(now))
        .orElse(List.of("must be exactly one X.509 certificate in PEM"))
        .forEach(fault -> body.fault("certificate", fault));
    return certificate.orElse(null);
  }
}
