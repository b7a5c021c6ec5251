package org.writ.intake.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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

  @ParameterizedTest
  @CsvSource({
    "'CN=Demo Police,O=Ministry,C=DE','',true",
    "'CN=Erika Muster,GIVENNAME=Erika,C=DE','',false",
    "'CN=E. Muster,SURNAME=Muster','',false",
    "'UID=emuster,CN=Demo Police','',false",
    "'CN=Demo Police+E=desk@police.example','',false",
    "'CN=Demo Police','desk@police.example',false"
  })
  void certificateIsTheAuthoritysAndNotAPersons(String subject, String mail, boolean sound) {
    // Given
    var body = body("Demo Police", "DE", "POLICE", Certificates.ofSubject(subject, mail));

    // When
    var faults = faults(body);

    // Then
    assertThat(faults.isEmpty()).isEqualTo(sound);
  }

  @Test
  void everythingThatMayBeOnFileIsReadInItsOneForm() {
    // Given
    var body = body("Demo Police", "DE", "POLICE", SOUND).put("jurisdiction", "Berlin");
    body.putArray("domains").add("polizei.example").add("köln.example").add("polizei.example");
    body.putArray("clients").add("agency-de-jwt");
    body.putObject("endpoint").put("countryCode", "DE").put("uniqueIdentifier", "AGENCY-DE");
    body.put("callBackPhone", "+493023125001");
    var hours = body.putObject("officeHours").put("timeZone", "Europe/Berlin");
    hours.put("opening", "08:00").put("closing", "17:30");
    hours.putArray("days").add("FRIDAY").add("MONDAY");

    // When
    var registration = RegistrationReader.read(body, "agency-de", NOW).orRefuse();

    // Then
    assertThat(registration.jurisdiction()).isEqualTo("Berlin");
    assertThat(registration.domains()).containsExactly("polizei.example", "xn--kln-sna.example");
    assertThat(registration.clients()).containsExactly("agency-de", "agency-de-jwt");
    assertThat(registration.endpoint()).isEqualTo(new Registration.Endpoint("DE", "AGENCY-DE"));
    assertThat(registration.callBackPhone()).isEqualTo("+493023125001");
    assertThat(registration.officeHours())
        .isEqualTo(
            new OfficeHours(
                ZoneId.of("Europe/Berlin"),
                List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(17, 30)));
  }

  @Test
  void everyFaultOfWhatMayBeOnFileIsNamed() {
    // Given
    var body = body("Demo Police", "DE", "POLICE", SOUND).put("jurisdiction", "");
    body.putArray("domains").add("Polizei.example").add("localhost").add(7).add("10.0.0.1");
    body.putArray("clients").add("a client");
    body.putObject("endpoint").put("countryCode", "de").put("uniqueIdentifier", "a b").put("x", 1);
    body.put("callBackPhone", "030 110");
    var hours = body.putObject("officeHours").put("timeZone", "Berlin").put("opening", "25:00");
    hours.put("closing", "8:00").putArray("days").add("SOMEDAY");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/jurisdiction",
            "/domains/0",
            "/domains/1",
            "/domains/2",
            "/domains/3",
            "/clients/0",
            "/endpoint/countryCode",
            "/endpoint/uniqueIdentifier",
            "/endpoint/x",
            "/callBackPhone",
            "/officeHours/timeZone",
            "/officeHours/opening",
            "/officeHours/closing",
            "/officeHours/days/0");
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
