package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.review.Severity;

class PolicyDocumentTest {

  private static final String SOUND =
      """
      id: test-policy
      effectiveFrom: 2024-01-01
      mayBeDisclosed: [IP_ADDRESS]
      heldFor: P12M
      grounds:
        NO_SUSPECT: No suspect is confirmed.
      rules:
        - id: suspect
          applies: request
          when: "!suspectConfirmed"
          severity: BLOCKING
          ground: NO_SUSPECT
          citation: house rule
          sentence: No suspect is confirmed.
          examples:
            - {facts: {suspectConfirmed: false}, expect: FIRES}
            - {facts: {suspectConfirmed: true}, expect: SILENT}
      """;

  @Test
  void aSoundDocumentIsRead() {
    // When
    Policy policy = read(SOUND);

    // Then
    assertThat(policy.id()).isEqualTo("test-policy");
    assertThat(policy.effectiveFrom()).isEqualTo(LocalDate.parse("2024-01-01"));
    assertThat(policy.mayBeDisclosed()).containsExactly("IP_ADDRESS");
    assertThat(policy.heldFor()).isEqualTo(Period.ofMonths(12));
    assertThat(policy.grounds()).containsEntry("NO_SUSPECT", "No suspect is confirmed.");
    assertThat(policy.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.id()).isEqualTo("suspect");
              assertThat(rule.scope()).isEqualTo(Scope.REQUEST);
              assertThat(rule.severity()).isEqualTo(Severity.BLOCKING);
            });
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    assertThat(read(SOUND).digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(read(SOUND).digest())
        .isNotEqualTo(read(SOUND + "# a remark\n").digest());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("unknown member", "heldFor:", "holdFor: P1M\nheldFor:", "/holdFor is not known here"),
        fault(
            "unknown member of a rule",
            "citation:",
            "cites: x\n    citation:",
            "rule suspect: /cites is not known here"),
        fault(
            "unknown fact",
            "!suspectConfirmed\"",
            "!suspectsConfirmed\"",
            "rule suspect: /when",
            "undeclared reference to 'suspectsConfirmed'"),
        fault(
            "fact of an item in a rule about the request",
            "!suspectConfirmed\"",
            "dataTypes.size() == 1\"",
            "rule suspect: /when",
            "undeclared reference to 'dataTypes'"),
        fault(
            "condition that is no boolean",
            "!suspectConfirmed\"",
            "itemCount + 1\"",
            "rule suspect: /when",
            "expected type 'bool'"),
        fault(
            "condition that may be no boolean",
            "!suspectConfirmed\"",
            "dyn(suspectConfirmed)\"",
            "rule suspect: /when expected a condition that is true or false"),
        fault(
            "wrong type in a condition",
            "!suspectConfirmed\"",
            "country == 3\"",
            "rule suspect: /when",
            "no matching overload"),
        fault("not CEL", "!suspectConfirmed\"", "((\"", "rule suspect: /when"),
        fault(
            "condition that is too long",
            "!suspectConfirmed\"",
            "suspectConfirmed" + " || suspectConfirmed".repeat(200) + "\"",
            "rule suspect: /when must have at most 2000 characters"),
        fault(
            "condition that is nested too deep",
            "!suspectConfirmed\"",
            "(".repeat(60) + "suspectConfirmed" + ")".repeat(60) + "\"",
            "rule suspect: /when",
            "recursion limit"),
        fault(
            "unknown scope",
            "applies: request",
            "applies: account",
            "rule suspect: /applies must be request or item"),
        fault(
            "unknown severity",
            "severity: BLOCKING",
            "severity: FATAL",
            "rule suspect: /severity must be one of"),
        fault(
            "unknown severity of the contract",
            "severity: BLOCKING",
            "severity: UNKNOWN",
            "rule suspect: /severity must be BLOCKING, SECOND_PERSON or NOTE"),
        fault(
            "ground that the policy does not have",
            "ground: NO_SUSPECT",
            "ground: NO_REASON",
            "rule suspect: /ground NO_REASON is none of the policy's grounds"),
        fault(
            "blocking rule without ground",
            "    ground: NO_SUSPECT\n",
            "",
            "rule suspect: /ground is required"),
        fault(
            "unknown data type",
            "[IP_ADDRESS]",
            "[IP_ADDRESS, SHOE_SIZE]",
            "/mayBeDisclosed unknown data type SHOE_SIZE"),
        fault(
            "data type that is never disclosed",
            "[IP_ADDRESS]",
            "[CONTENT]",
            "/mayBeDisclosed CONTENT is never disclosed"),
        fault(
            "data type twice",
            "[IP_ADDRESS]",
            "[IP_ADDRESS, IP_ADDRESS]",
            "/mayBeDisclosed IP_ADDRESS is there twice"),
        fault("no day", "2024-01-01", "January", "/effectiveFrom must be a day"),
        fault("no period", "P12M", "a year", "/heldFor must be a period"),
        fault("empty period", "P12M", "P0D", "/heldFor must be longer than nothing"),
        fault(
            "name of a ground",
            "  NO_SUSPECT: No suspect is confirmed.",
            "  NO_SUSPECT: No suspect is confirmed.\n  noReason: None.",
            "/grounds/noReason must be named in capitals"),
        fault(
            "example that is wrong",
            "expect: SILENT",
            "expect: FIRES",
            "rule suspect: example 2: /expect is FIRES, but the rule is SILENT",
            "rule suspect: /examples must have one at least that fires and one that is silent"),
        fault(
            "example without the fact",
            "{suspectConfirmed: true}",
            "{}",
            "rule suspect: example 2: /facts give the condition no answer: a fact that it refers to"
                + " is missing"),
        fault(
            "example with an unknown fact",
            "{suspectConfirmed: true}",
            "{suspectConfirmed: true, weather: fine}",
            "rule suspect: example 2: /facts/weather is no fact of this scope"),
        fault(
            "example with a value of another type",
            "{suspectConfirmed: true}",
            "{suspectConfirmed: maybe}",
            "rule suspect: example 2: /facts/suspectConfirmed expected true or false"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsNamedWithItsRule(String what, String sound, String faulty, String[] messages) {
    // Given
    String document = SOUND.replace(sound, faulty);

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.getMessage()).contains("test.yaml").contains(messages);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    // Given
    String document =
        SOUND
            .replace("[IP_ADDRESS]", "[SHOE_SIZE]")
            .replace("ground: NO_SUSPECT", "ground: NO_REASON")
            .replace("!suspectConfirmed\"", "!confirmed\"");

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults()).hasSize(3);
  }

  @Test
  void twoRulesWithOneIdAreRefused() {
    // Given
    String rule = SOUND.substring(SOUND.indexOf("  - id: suspect"));

    // When / Then
    assertThatThrownBy(() -> read(SOUND + rule))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("rule suspect:  another rule has this id already");
  }

  @Test
  void aMemberTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read(SOUND + "id: another\n"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("not YAML: line 18");
  }

  @Test
  void whatIsNoMappingIsRefused() {
    assertThatThrownBy(() -> read("- a\n- b\n")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(InvalidPolicy.class);
  }

  @Test
  void everyFactIsExplained() {
    assertThat(Fact.values())
        .allSatisfy(fact -> assertThat(fact.meaning()).as(fact.word()).endsWith("."));
  }

  private static Arguments fault(String what, String sound, String faulty, String... messages) {
    return arguments(what, sound, faulty, messages);
  }

  private static Policy read(String document) {
    return PolicyDocument.read("test.yaml", document.getBytes(StandardCharsets.UTF_8));
  }
}
