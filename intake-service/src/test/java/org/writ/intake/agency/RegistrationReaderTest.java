package org.writ.intake.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.intake.request.SubmissionBody;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

class RegistrationReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
  private static final String SOUND = Certificates.sound();

  @Test
  void soundRegistrationIsReadAsItStands() {
    // Given
    var body = body("Demo Police", "DE", "POLICE", SOUND);

    // When
    var registration = RegistrationReader.read(body, "agency-de", NOW).orRefuse();

    // Then
    assertThat(registration.name()).isEqualTo("Demo Police");
    assertThat(registration.country()).isEqualTo("DE");
    assertThat(registration.kind()).isEqualTo(Registration.Kind.POLICE);
    assertThat(registration.certificate().pem()).isEqualTo(SOUND);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    // Given
    var body = body("", "Germany", "ARMY", "no certificate").put("extra", 1);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactly("/name", "/country", "/kind", "/certificate", "/extra");
  }

  @ParameterizedTest
  @CsvSource({
    "DE,true",
    "XX,true",
    "XK,true",
    "ZZ,true",
    "de,false",
    "EU,false",
    "QA,true",
    "QL,false"
  })
  void countryIsOfIso3166IncludingWhatItLeavesToItsUsers(String country, boolean sound) {
    // Given
    var body = body("Demo Police", country, "POLICE", SOUND);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults.isEmpty()).isEqualTo(sound);
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void certificateIsFitForEncryption(String pem, List<String> expected) {
    // Given
    var body = body("Demo Police", "DE", "POLICE", pem);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .isEqualTo(expected.stream().map(detail -> new Fault("/certificate", detail)).toList());
  }

  static List<Arguments> certificates() {
    var notOne = List.of("must be exactly one X.509 certificate in PEM");
    return List.of(
        Arguments.of(SOUND, List.of()),
        Arguments.of(SOUND.replace("\n", "\r\n"), List.of()),
        Arguments.of(Certificates.rsa(2048, 0), List.of()),
        Arguments.of(
            Certificates.rsa(2048, KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
            List.of()),
        Arguments.of(Certificates.ec(0), List.of()),
        Arguments.of(Certificates.ec(KeyUsage.keyAgreement), List.of()),
        Arguments.of(
            Certificates.rsa(1024, KeyUsage.digitalSignature),
            List.of(
                "must have an RSA key of at least 2048 bits",
                "must allow key encipherment in its key usage")),
        Arguments.of(
            Certificates.ec(KeyUsage.digitalSignature),
            List.of("must allow key agreement in its key usage")),
        Arguments.of(Certificates.ed25519(), List.of("must have an RSA or EC key")),
        Arguments.of(
            Certificates.validFromTo("2025-01-01T00:00:00Z", "2026-11-21T09:29:59Z"),
            List.of("must be valid now; it has expired")),
        Arguments.of(
            Certificates.validFromTo("2026-11-21T09:30:01Z", "2099-01-01T00:00:00Z"),
            List.of("must be valid now; it is not valid yet")),
        Arguments.of(SOUND + SOUND, notOne),
        Arguments.of(SOUND.substring(0, 600), notOne),
        Arguments.of(SOUND.replaceAll("(?s)\n.{64}\n", "\n"), notOne),
        Arguments.of(SOUND.replace("CERTIFICATE", "PRIVATE KEY"), notOne),
        Arguments.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", notOne));
  }

  private static ObjectNode body(String name, String country, String kind, String certificate) {
    return SubmissionBody.JSON
        .createObjectNode()
        .put("name", name)
        .put("country", country)
        .put("kind", kind)
        .put("certificate", certificate);
  }

  private static List<Fault> faults(ObjectNode body) {
    return switch (RegistrationReader.read(body, "agency-de", NOW)) {
      case Reading.Faulty<Registration>(List<Fault> faults) -> faults;
      case Reading.Sound<Registration> sound -> List.of();
    };
  }
}
