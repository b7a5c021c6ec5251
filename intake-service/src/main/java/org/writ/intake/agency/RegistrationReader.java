package org.writ.intake.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.Registration.Kind;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Reads the body of {@code PUT /v1/agencies/{id}}. Pure. */
final class RegistrationReader {

  private static final Text NAME = Text.line(200);
  private static final Text COUNTRY = Text.line(2);

  /**
   * A certificate with a long chain of extensions has 4 KiB; a private key or a whole chain does
   * not belong here.
   */
  private static final Text CERTIFICATE = Text.lines(16_384);

  private RegistrationReader() {}

  /**
   * Reads the body.
   *
   * @param now when the certificate has to be valid
   */
  static Reading<Registration> read(JsonNode tree, Instant now) {
    var faults = new Faults();
    var body = Members.of(tree, "", faults);
    if (body == null) {
      return new Reading.Faulty<>(faults.all());
    }
    var name = body.text("name", NAME);
    var country = country(body);
    var kind = body.choice("kind", Kind.class);
    var certificate = certificate(body, now);
    body.refuseOthers();
    return faults.none() && name != null && country != null && kind != null && certificate != null
        ? new Reading.Sound<>(new Registration(name, country, kind, certificate))
        : new Reading.Faulty<>(faults.all());
  }

  private static @Nullable String country(Members body) {
    var country = body.text("country", COUNTRY);
    if (country != null && !Countries.isAssigned(country) && !Countries.isUserAssigned(country)) {
      body.fault("country", "must be a country code of ISO 3166-1 alpha-2, such as DE");
    }
    return country;
  }

  private static @Nullable RecipientCertificate certificate(Members body, Instant now) {
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
