package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.request.Submission.DataType;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

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
