package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.intake.request.SubmissionReader;
import org.writ.look.Language;
import org.writ.pages.Speech;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Reading;

class FaultWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  private record Case(String field, String typed, String said) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case("/reference", "", "Please fill this in."),
        new Case("/reference", "x".repeat(101), "At most 100 characters."),
        new Case("/reference", "a\u0007b", "There is a character in it that cannot be read."),
        new Case("/process", "", "Please choose one of the list."),
        new Case("/process", "DECREE", "Please choose one of the list."),
        new Case("/suspectConfirmed", "", "Please choose one of the list."),
        new Case("/issuingAuthority/country", "ZZ", "Please choose a country."),
        new Case("/issuingAuthority/country", "", "Please choose a country."),
        new Case("/issuedOn", "yesterday", "Please give a day, such as 2026-11-20."),
        new Case("/issuedOn", "2027-01-01", "This day is in the future."),
        new Case("/issuedOn", "1999-01-01", "This day is too long ago."),
        new Case("/validUntil", "2025-01-01", "The end is before the beginning."),
        new Case("/validUntil", "2099-01-01", "This day is too far away."),
        new Case("/userNotice/delayUntil", "2020-01-01", "This day is in the past."),
        new Case(
            "/officer/email",
            "dora",
            "Please give a mail address, such as officer@police.example."),
        new Case("/officer/phone", "none", "Please give a phone number, such as +49 30 1234567."),
        new Case(
            "/items/0/identifier/value",
            "0151",
            "Please give the number with country code, such as +4915100000001."),
        new Case("/items/0/dataTypes", "", "Please tick at least one."),
        new Case("/items/0/from", "soon", "Please give a day, such as 2026-11-20."),
        new Case("/items/0/from", "1950-01-01", "This day is too long ago."),
        new Case("/items/0/to", "2026-04-01", "The end is before the beginning."));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void faultIsSaidInTheWordsOfThePage(Case wrong) {
    // Given
    var typed = typed(Map.of(wrong.field(), wrong.typed()));

    // When
    List<Fault> faults = faults(typed.body());

    // Then
    assertThat(faults)
        .filteredOn(fault -> typed.fieldOf(fault.pointer()).equals(wrong.field()))
        .first()
        .satisfies(
            fault ->
                assertThat(FaultWords.say(new Speech().in(Language.EN), fault))
                    .isEqualTo(wrong.said()));
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void nothingThatAFormCanCauseIsLeftInEnglish(Map<String, String> fields) {
    // Given
    var typed = typed(fields);

    // When
    List<Fault> faults = faults(typed.body());

    // Then
    assertThat(faults).isNotEmpty().allMatch(FaultWords::knows);
  }

  /** Nothing of it may be left in English, whichever field it is typed into. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\u0000",
        "\u0085",
        "\uD800",
        "\u202E",
        "a\nb",
        "<b>",
        "x@y",
        "-1",
        "0000-01-01",
        "2026-02-30",
        "9999-12-31",
        "+4915100000001999999",
        "999.1.1.1"
      })
  void whateverIsTypedIsAnsweredInTheWordsOfThePage(String text) {
    for (String field : sound().keySet()) {
      // Given
      var typed = typed(Map.of(field, text));

      // When
      List<Fault> faults = faults(typed.body());

      // Then
      assertThat(faults).as(field).allMatch(FaultWords::knows);
    }
  }

  @Test
  void repeatedAccountsAreNamed() {
    // Given
    var twice = new HashMap<>(sound());
    sound().forEach((field, value) -> twice.put(field.replace("/items/0/", "/items/1/"), value));
    twice.put("accounts", "2");

    // When
    List<Fault> faults = faults(typed(twice).body());

    // Then
    assertThat(faults).isNotEmpty().allMatch(FaultWords::knows);
  }

  static Stream<Map<String, String>> blanks() {
    var every = new HashMap<String, String>();
    sound().keySet().forEach(field -> every.put(field, ""));
    var long1 = new HashMap<String, String>();
    sound().keySet().forEach(field -> long1.put(field, "x".repeat(20_000)));
    return Stream.of(
        every,
        long1,
        Map.of("/items/0/identifier/type", "USERNAME", "/items/0/identifier/value", "@a b"),
        Map.of("/items/0/identifier/type", "ACCOUNT_ID", "/items/0/identifier/value", "x"),
        Map.of("/items/0/identifier/type", "IP_ADDRESS", "/items/0/identifier/value", "x"));
  }

  private static List<Fault> faults(JsonNode body) {
    var reading = SubmissionReader.read(body, new SubmissionReader.Context("DE", NOW, 1000));
    return reading instanceof Reading.Faulty<?> faulty ? faulty.faults() : List.of();
  }

  private static Typed typed(Map<String, String> changed) {
    var form = new HashMap<String, List<String>>();
    sound().forEach((name, value) -> form.put(name, new ArrayList<>(List.of(value))));
    changed.forEach((name, value) -> form.put(name, value.isEmpty() ? List.of() : List.of(value)));
    form.values().removeIf(List::isEmpty);
    return Typed.read(form);
  }

  private static Map<String, String> sound() {
    return Map.ofEntries(
        Map.entry("/reference", "AZ 1"),
        Map.entry("/process", "COURT_ORDER"),
        Map.entry("/regime", "NATIONAL"),
        Map.entry("/issuingAuthority/name", "Amtsgericht"),
        Map.entry("/issuingAuthority/type", "COURT"),
        Map.entry("/issuingAuthority/country", "DE"),
        Map.entry("/issuedOn", "2026-11-20"),
        Map.entry("/validUntil", "2027-02-20"),
        Map.entry("/officer/name", "Dora"),
        Map.entry("/officer/email", "dora@police.example"),
        Map.entry("/officer/phone", "+49 30 1234567"),
        Map.entry("/offence/category", "FRAUD"),
        Map.entry("/offence/statute", "§ 263 StGB"),
        Map.entry("/offence/description", "A case"),
        Map.entry("/suspectConfirmed", "true"),
        Map.entry("/items/0/identifier/type", "PHONE_NUMBER"),
        Map.entry("/items/0/identifier/value", "+4915100000001"),
        Map.entry("/items/0/dataTypes", "IP_ADDRESS"),
        Map.entry("/items/0/from", "2026-05-01"),
        Map.entry("/items/0/to", "2026-11-01"));
  }
}
