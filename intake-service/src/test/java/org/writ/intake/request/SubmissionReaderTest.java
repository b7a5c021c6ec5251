package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.problem.Fault;
import org.writ.intake.problem.Reading;
import org.writ.intake.request.Submission.DataType;

class SubmissionReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
  private static final SubmissionReader.Context CONTEXT =
      new SubmissionReader.Context("DE", NOW, 1_000);

  @Test
  void soundBodyIsReadAsItStands() {
    // Given
    var body = SubmissionBody.sound();

    // When
    var submission = read(body).orRefuse();

    // Then
    assertThat(submission.reference()).isEqualTo("AZ 2026/000123");
    assertThat(submission.process()).isEqualTo(Submission.Process.COURT_ORDER);
    assertThat(submission.issuedOn()).isEqualTo(LocalDate.parse("2026-11-20"));
    assertThat(submission.validUntil()).isEqualTo(LocalDate.parse("2027-02-20"));
    assertThat(submission.offence().description()).isEqualTo("Line one\nline two 🧾");
    assertThat(submission.suspectConfirmed()).isTrue();
    assertThat(submission.items())
        .containsExactly(
            new Submission.Item(
                new Identifier(Identifier.Type.PHONE_NUMBER, "+4915100000001"),
                List.of(DataType.IP_ADDRESS, DataType.PHONE_NUMBER),
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z")));
    assertThat(submission.officer().email()).isEqualTo("dora@police.example");
    assertThat(submission.userNotice())
        .isEqualTo(
            new Submission.UserNotice(LocalDate.parse("2027-05-01"), "The suspect would flee."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/validUntil", "/userNotice", "/items/0/from", "/items/0/to"})
  void memberThatApiSaysMayBeAbsentMayBeAbsentOrNull(String pointer) {
    // Given
    var absent = SubmissionBody.sound().without(pointer);
    var empty = SubmissionBody.sound().with(pointer, "null");

    // When
    var readings = List.of(read(absent), read(empty));

    // Then
    assertThat(readings).allMatch(reading -> reading instanceof Reading.Sound);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reference",
        "/process",
        "/regime",
        "/issuingAuthority",
        "/issuingAuthority/name",
        "/issuingAuthority/type",
        "/issuingAuthority/country",
        "/issuedOn",
        "/offence",
        "/offence/category",
        "/offence/statute",
        "/offence/description",
        "/suspectConfirmed",
        "/items",
        "/items/0/identifier",
        "/items/0/identifier/type",
        "/items/0/identifier/value",
        "/items/0/dataTypes",
        "/officer",
        "/officer/name",
        "/officer/email",
        "/officer/phone",
        "/userNotice/delayUntil",
        "/userNotice/reason"
      })
  void everyOtherMemberIsRequired(String pointer) {
    // Given
    var body = SubmissionBody.sound().without(pointer);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).containsExactly(new Fault(pointer, "is required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reference",
        "/process",
        "/issuingAuthority",
        "/issuingAuthority/country",
        "/issuedOn",
        "/validUntil",
        "/offence",
        "/offence/description",
        "/suspectConfirmed",
        "/items",
        "/items/0",
        "/items/0/identifier",
        "/items/0/identifier/value",
        "/items/0/dataTypes",
        "/items/0/dataTypes/0",
        "/items/0/from",
        "/items/0/to",
        "/officer",
        "/officer/email",
        "/userNotice",
        "/userNotice/delayUntil"
      })
  void valueOfAnotherTypeIsNamedAndNeverConverted(String pointer) {
    // Given
    var body = SubmissionBody.sound().with(pointer, "1");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).extracting(Fault::pointer).containsExactly(pointer);
  }

  @Test
  void textThatLooksLikeTrueIsNotTrue() {
    // Given
    var body = SubmissionBody.sound().withText("/suspectConfirmed", "true");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).containsExactly(new Fault("/suspectConfirmed", "must be true or false"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/priority",
        "/issuingAuthority/judge",
        "/offence/victim",
        "/items/0/note",
        "/items/0/identifier/country",
        "/officer/badge",
        "/userNotice/by"
      })
  void unknownMemberIsRefused(String pointer) {
    // Given
    var body = SubmissionBody.sound().with(pointer, "\"x\"");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults).containsExactly(new Fault(pointer, "is not known here"));
  }

  @Test
  void nameOfUnknownMemberIsEscapedInThePointerAndFitToBeWritten() {
    // Given
    var tree =
        SubmissionBody.sound().tree().<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
    tree.put("a/b~c\uD800\u0007", 1);

    // When
    var reading = SubmissionReader.read(tree, CONTEXT);

    // Then
    assertThat(((Reading.Faulty<Submission>) reading).faults())
        .containsExactly(new Fault("/a~1b~0c\uFFFD\uFFFD", "is not known here"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    // Given
    var body =
        SubmissionBody.sound()
            .without("/reference")
            .withText("/process", "WISH")
            .withText("/issuingAuthority/country", "QQ")
            .withText("/issuedOn", "tomorrow")
            .withText("/officer/email", "nobody")
            .with("/items/0/dataTypes", "[\"IP_ADDRESS\", \"IP_ADDRESS\", \"SHOE_SIZE\"]")
            .with("/extra", "{}");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/reference",
            "/process",
            "/issuingAuthority/country",
            "/issuedOn",
            "/officer/email",
            "/items/0/dataTypes/1",
            "/items/0/dataTypes/2",
            "/extra");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "null", "12", "true"})
  void bodyThatIsNoObjectIsRefused(String json) throws Exception {
    // Given
    var tree = SubmissionBody.JSON.readTree(json);

    // When
    var reading = SubmissionReader.read(tree, CONTEXT);

    // Then
    assertThat(reading)
        .isEqualTo(new Reading.Faulty<Submission>(List.of(new Fault("", "must be an object"))));
  }

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

  @Test
  void itemsAreBoundedWithoutLookingAtEach() {
    // Given
    var items =
        IntStream.range(0, 1_001)
            .mapToObj(index -> "{}")
            .collect(Collectors.joining(",", "[", "]"));
    var body = SubmissionBody.sound().with("/items", items);

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .containsExactly(new Fault("/items", "must be an array of 1 to 1000 elements"));
  }

  @Test
  void requestWithoutItemsIsRefused() {
    // Given
    var body = SubmissionBody.sound().with("/items", "[]");

    // When
    var faults = faults(body);

    // Then
    assertThat(faults)
        .containsExactly(new Fault("/items", "must be an array of 1 to 1000 elements"));
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
