package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

/** Which texts, days, countries and addresses a submission may have. */
class SubmissionValuesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
  private static final SubmissionReader.Context CONTEXT =
      new SubmissionReader.Context("DE", NOW, 1_000);

  @ParameterizedTest
  @CsvSource({
    "/reference,100",
    "/issuingAuthority/name,200",
    "/offence/statute,500",
    "/offence/description,10000",
    "/officer/name,200",
    "/userNotice/reason,2000"
  })
  void textIsBoundedInCharactersAndNotInBytes(String pointer, int max) {
    // Given
    var longest = SubmissionBody.sound().withText(pointer, "🧾".repeat(max));
    var tooLong = SubmissionBody.sound().withText(pointer, "🧾".repeat(max) + "x");

    // When
    var accepted = read(longest);
    var refused = faults(tooLong);

    // Then
    assertThat(accepted).isInstanceOf(Reading.Sound.class);
    assertThat(refused)
        .containsExactly(new Fault(pointer, "must have at most %d characters".formatted(max)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "\u001B[31m", "a\uD800", "\uDC00b"})
  void lineOfTextHasContentAndNoControlCharactersOrHalfCharacters(String text) {
    // Given
    var body = SubmissionBody.sound().withText("/reference", text);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).extracting(Fault::pointer).containsOnly("/reference");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t\n", "a\u0000b", "\u0085", "a\uD800\nb"})
  void descriptionMayHaveLinesAndNothingElseThatIsNotText(String text) {
    // Given
    var body = SubmissionBody.sound().withText("/offence/description", text);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).extracting(Fault::pointer).containsOnly("/offence/description");
  }

  @ParameterizedTest
  @CsvSource({
    "/issuedOn,2026-11-21,true",
    // Kiritimati is 14 hours ahead: there it is still the 21st at 09:30 UTC.
    "/issuedOn,2026-11-22,false",
    "/issuedOn,2016-11-21,true",
    "/issuedOn,2016-11-20,false",
    "/issuedOn,0001-01-01,false",
    "/issuedOn,2026-02-30,false",
    "/issuedOn,2026-11-20T00:00:00Z,false",
    "/validUntil,2026-11-20,true",
    "/validUntil,2026-11-19,false",
    "/validUntil,2036-11-21,true",
    "/validUntil,2036-11-22,false",
    "/validUntil,+999999-01-01,false",
    "/userNotice/delayUntil,2026-11-21,true",
    "/userNotice/delayUntil,2026-11-20,false",
    "/userNotice/delayUntil,2036-11-22,false"
  })
  void daysAreSane(String pointer, String day, boolean sound) {
    // Given
    var body = SubmissionBody.sound().withText(pointer, day);

    // When
    var reading = read(body);

    // Then
    assertThat(reading instanceof Reading.Sound).isEqualTo(sound);
  }

  @Test
  void orderOfTomorrowIsAcceptedOnceTheDayHasBegunSomewhere() {
    // Given
    var body = SubmissionBody.sound().withText("/issuedOn", "2026-11-22");
    var atTen = new SubmissionReader.Context("DE", Instant.parse("2026-11-21T10:00:00Z"), 1_000);

    // When
    var reading = SubmissionReader.read(body.tree(), atTen);

    // Then
    assertThat(reading).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void orderThatIsNoLongerInForceIsLeftToThePolicy() {
    // Given
    var body =
        SubmissionBody.sound()
            .withText("/issuedOn", "2026-01-01")
            .withText("/validUntil", "2026-02-01");

    // When
    var reading = read(body);

    // Then
    assertThat(reading).isInstanceOf(Reading.Sound.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DE,true",
    "FR,true",
    "IN,true",
    "de,false",
    "DEU,false",
    "QQ,false",
    "XX,false",
    "EU,false",
    "UK,false",
    "ＤＥ,false"
  })
  void countryIsOneThatTheStandardAssigns(String country, boolean sound) {
    // Given
    var body = SubmissionBody.sound().withText("/issuingAuthority/country", country);

    // When
    var reading = read(body);

    // Then
    assertThat(reading instanceof Reading.Sound).isEqualTo(sound);
  }

  @Test
  void authorityMayBeOfTheCountryThatTheAgencyIsRegisteredUnder() {
    // Given
    var body = SubmissionBody.sound().withText("/issuingAuthority/country", "XX");
    var agencyOfXx = new SubmissionReader.Context("XX", NOW, 1_000);

    // When
    var reading = SubmissionReader.read(body.tree(), agencyOfXx);

    // Then
    assertThat(reading).isInstanceOf(Reading.Sound.class);
  }

  @ParameterizedTest
  @CsvSource({
    "officer@police.example,true",
    "first.last+desk@amt.bund.example,true",
    "beamte@behörde.example,true",
    "officer@police.xn--p1ai,true",
    "officer,false",
    "officer@police,false",
    "officer@.example,false",
    "officer@police..example,false",
    "officer@-police.example,false",
    "a b@police.example,false",
    "a@b@police.example,false",
    "<officer@police.example>,false",
    "officer@127.0.0.1,false"
  })
  void mailAddressHasAMailboxAndADomain(String email, boolean sound) {
    // Given
    var body = SubmissionBody.sound().withText("/officer/email", email);

    // When
    var reading = read(body);

    // Then
    assertThat(reading instanceof Reading.Sound).isEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource({
    "+49 30 1234567,true",
    "(030) 123-4567,true",
    "110/22.33,true",
    "1234,false",
    "call me,false",
    "+49 30 1234567 ext 5,false",
    "٠١٢٣٤٥٦,false"
  })
  void phoneNumberOfOfficerHasDigits(String phone, boolean sound) {
    // Given
    var body = SubmissionBody.sound().withText("/officer/phone", phone);

    // When
    var reading = read(body);

    // Then
    assertThat(reading instanceof Reading.Sound).isEqualTo(sound);
  }

  @Test
  void phoneNumberThatIsHardToMatchIsRefusedAtOnce() {
    // Given
    var body = SubmissionBody.sound().withText("/officer/phone", "(".repeat(39) + "x");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).extracting(Fault::pointer).containsExactly("/officer/phone");
  }

  private static Reading<Submission> read(SubmissionBody body) {
    return SubmissionReader.read(body.tree(), CONTEXT);
  }

  private static List<Fault> faults(SubmissionBody body) {
    return switch (read(body)) {
      case Reading.Faulty<Submission>(List<Fault> faults) -> faults;
      case Reading.Sound<Submission> sound -> List.of();
    };
  }
}
