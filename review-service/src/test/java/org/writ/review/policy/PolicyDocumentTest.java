package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
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
      governs:
        - {regime: NATIONAL}
        - {regime: MLAT, countries: [IN, US]}
      heldFor: P12M
      legalBases:
        - process: COURT_ORDER
          basis: house rule
          issuers:
            - {authority: COURT, dataTypes: [IP_ADDRESS, CONTENT]}
          discloses: [IP_ADDRESS]
          bars: [CONTENT]
          mustContain: [The day on which it was issued.]
          answerWithin: P10D
          twoPersons: false
      offences:
        - {category: FRAUD, clause: "Clause 1"}
      breadth: {mostPeriod: P6M, mostItems: 10, citation: house rule}
      userNotice: {rule: The user is told., delayAtMost: P12M, citation: house rule}
      grounds:
        NO_SUSPECT: {wording: No suspect is confirmed., citation: house rule, remedy: Confirm one.}
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
    assertThat(policy.effectiveUntil()).isNull();
    assertThat(policy.governs())
        .containsExactly(
            new Governed("NATIONAL", Set.of()), new Governed("MLAT", Set.of("IN", "US")));
    assertThat(policy.mayBeDisclosed("COURT_ORDER")).containsExactly("IP_ADDRESS");
    assertThat(policy.basis("COURT_ORDER").orElseThrow())
        .satisfies(
            basis -> {
              assertThat(basis.orderableBy("COURT"))
                  .containsExactlyInAnyOrder("IP_ADDRESS", "CONTENT");
              assertThat(basis.orderableBy("POLICE")).isEmpty();
              assertThat(basis.answerWithin()).isEqualTo(Duration.ofDays(10));
            });
    assertThat(policy.basis("SUBPOENA")).isEmpty();
    assertThat(policy.offences()).containsExactly(entry("FRAUD", "Clause 1"));
    assertThat(policy.breadth()).isEqualTo(new Breadth(Period.ofMonths(6), 10, "house rule"));
    assertThat(policy.heldFor()).isEqualTo(Period.ofMonths(12));
    assertThat(policy.grounds())
        .containsExactly(
            entry(
                "NO_SUSPECT",
                new Ground("No suspect is confirmed.", "house rule", "Confirm one.")));
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
        fault(
            "unknown member",
            "heldFor:",
            "holdFor: P1M\nheldFor:",
            "line 6: /holdFor is not known here"),
        fault(
            "unknown member of a rule",
            "    citation:",
            "    cites: x\n    citation:",
            "rule suspect: /cites is not known here"),
        fault(
            "unknown fact",
            "!suspectConfirmed\"",
            "!suspectsConfirmed\"",
            "line 26, rule suspect: /when",
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
            "loop within another",
            "!suspectConfirmed\"",
            "[country].exists(a, [a + a].exists(b, b == country))\"",
            "rule suspect: /when a loop stands within another; use one at a time"),
        fault(
            "loop over what a loop gives",
            "!suspectConfirmed\"",
            "[country].map(a, a + a).exists(b, b == country)\"",
            "rule suspect: /when a loop stands within another; use one at a time"),
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
            "line 28, rule suspect: /ground NO_REASON is none of the policy's grounds"),
        fault(
            "blocking rule without ground",
            "    ground: NO_SUSPECT\n",
            "",
            "rule suspect: /ground is required"),
        fault(
            "unknown data type",
            "discloses: [IP_ADDRESS]",
            "discloses: [IP_ADDRESS, SHOE_SIZE]",
            "line 12: /legalBases/0/discloses unknown data type SHOE_SIZE"),
        fault(
            "data type that is never disclosed",
            "discloses: [IP_ADDRESS]",
            "discloses: [TRAFFIC]",
            "line 12: /legalBases/0/discloses TRAFFIC is never disclosed"),
        fault(
            "data type twice",
            "discloses: [IP_ADDRESS]",
            "discloses: [IP_ADDRESS, IP_ADDRESS]",
            "line 12: /legalBases/0/discloses IP_ADDRESS is there twice"),
        fault(
            "data type both disclosed and barred",
            "bars: [CONTENT]",
            "bars: [CONTENT, IP_ADDRESS]",
            "line 13: /legalBases/0/bars IP_ADDRESS is both disclosed and barred"),
        fault(
            "unknown process",
            "process: COURT_ORDER",
            "process: LETTER",
            "line 8: /legalBases/0/process unknown process LETTER"),
        fault(
            "unknown authority",
            "authority: COURT",
            "authority: KING",
            "line 11: /legalBases/0/issuers/0/authority unknown authority KING"),
        fault(
            "two persons that no rule asks for",
            "twoPersons: false",
            "twoPersons: true",
            "line 7: /legalBases has two persons decide on COURT_ORDER, but no rule"),
        fault(
            "second legal basis of a process",
            "offences:",
            "  - {process: COURT_ORDER, basis: b, issuers: [{authority: COURT, dataTypes:"
                + " [DEVICE]}], discloses: [], mustContain: [c], answerWithin: P1D, twoPersons:"
                + " false}\n"
                + "offences:",
            "line 7: /legalBases has more than one for COURT_ORDER"),
        fault(
            "no duration",
            "answerWithin: P10D",
            "answerWithin: soon",
            "line 15: /legalBases/0/answerWithin must be a duration"),
        fault(
            "unknown regime",
            "regime: NATIONAL",
            "regime: LUNAR",
            "line 4: /governs/0/regime unknown regime LUNAR"),
        fault(
            "no country",
            "countries: [IN, US]",
            "countries: [India]",
            "line 5: /governs/1/countries unknown country India"),
        fault(
            "unknown offence",
            "category: FRAUD",
            "category: RUDENESS",
            "line 18: /offences/0/category unknown offence category RUDENESS"),
        fault(
            "no number",
            "mostItems: 10",
            "mostItems: few",
            "line 19: /breadth/mostItems must be a whole number from 1 to 1000000"),
        fault(
            "no time to be in force",
            "governs:",
            "effectiveUntil: 2023-12-31\ngoverns:",
            "line 3: /effectiveUntil is before effectiveFrom"),
        fault(
            "ground without a remedy",
            ", remedy: Confirm one.",
            "",
            "line 22: /grounds/NO_SUSPECT/remedy is required"),
        fault(
            "alias",
            "    citation: house rule\n    sentence: No suspect is confirmed.",
            "    sentence: &same No suspect is confirmed.\n    citation: *same",
            "line 30: has an alias"),
        fault("no day", "2024-01-01", "January", "/effectiveFrom must be a day"),
        fault("no period", "P12M", "a year", "/heldFor must be a period"),
        fault(
            "first day that is too early",
            "effectiveFrom: 2024",
            "effectiveFrom: 1999",
            "line 2: /effectiveFrom must be in the years 2000 to 2999"),
        fault(
            "first day out of reach",
            "effectiveFrom: 2024-01-01",
            "effectiveFrom: \"+12026-01-01\"",
            "line 2: /effectiveFrom must be in the years 2000 to 2999"),
        fault(
            "last day out of reach",
            "governs:",
            "effectiveUntil: \"+999999999-12-31\"\ngoverns:",
            "line 3: /effectiveUntil must be in the years 2000 to 2999"),
        fault(
            "period of years without end",
            "heldFor: P12M",
            "heldFor: P999999999Y",
            "/heldFor must be at most a hundred years"),
        fault(
            "period a month too long",
            "mostPeriod: P6M",
            "mostPeriod: P100Y1M",
            "/breadth/mostPeriod must be at most a hundred years"),
        fault(
            "period a day too long",
            "delayAtMost: P12M",
            "delayAtMost: P36601D",
            "/userNotice/delayAtMost must be at most a hundred years"),
        fault(
            "time to answer a second too long",
            "answerWithin: P10D",
            "answerWithin: P36600DT1S",
            "/legalBases/0/answerWithin must be at most a hundred years"),
        fault("empty period", "P12M", "P0D", "/heldFor must be longer than nothing"),
        fault(
            "name of a ground",
            "\nrules:",
            "\n  noReason: {wording: a, citation: b, remedy: c}\nrules:",
            "/grounds/noReason must be named in capitals"),
        fault(
            "example that is wrong",
            "expect: SILENT",
            "expect: FIRES",
            "rule suspect: /examples/1/expect is FIRES, but the rule is SILENT",
            "rule suspect: /examples must have one at least that fires and one that is silent"),
        fault(
            "example without the fact",
            "{suspectConfirmed: true}",
            "{}",
            "rule suspect: /examples/1/facts give the condition no answer: a fact that it refers to"
                + " is missing"),
        fault(
            "example with an unknown fact",
            "{suspectConfirmed: true}",
            "{suspectConfirmed: true, weather: fine}",
            "rule suspect: /examples/1/facts/weather is no fact of this scope"),
        fault(
            "example with a value of another type",
            "{suspectConfirmed: true}",
            "{suspectConfirmed: maybe}",
            "rule suspect: /examples/1/facts/suspectConfirmed expected true or false"));
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
  void whatIsAsLongAsItMayBeIsRead() {
    // When
    Policy policy =
        read(
            SOUND
                .replace("governs:", "effectiveUntil: 2999-12-31\ngoverns:")
                .replace("2024-01-01", "2000-01-01")
                .replace("heldFor: P12M", "heldFor: P100Y")
                .replace("answerWithin: P10D", "answerWithin: P36600D"));

    // Then
    assertThat(policy.effectiveFrom()).isEqualTo(LocalDate.parse("2000-01-01"));
    assertThat(policy.effectiveUntil()).isEqualTo(LocalDate.parse("2999-12-31"));
    assertThat(policy.heldFor()).isEqualTo(Period.ofYears(100));
  }

  @Test
  void loopsBesideEachOtherAreRead() {
    // Given
    String condition = "!suspectConfirmed && [1].exists(a, a == 1) && ![1].all(a, a == 2)";

    // When
    Policy policy = read(SOUND.replace("!suspectConfirmed", condition));

    // Then
    assertThat(policy.rules()).hasSize(1);
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    // Given
    String document =
        SOUND
            .replace("discloses: [IP_ADDRESS]", "discloses: [SHOE_SIZE]")
            .replace("ground: NO_SUSPECT", "ground: NO_REASON")
            .replace("!suspectConfirmed\"", "!confirmed\"");

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::line, PolicyFault::rule)
        .containsExactly(tuple(12, null), tuple(26, "suspect"), tuple(28, "suspect"));
  }

  @Test
  void twoRulesWithOneIdAreRefused() {
    // Given
    String rule = SOUND.substring(SOUND.indexOf("  - id: suspect"));

    // When / Then
    assertThatThrownBy(() -> read(SOUND + rule))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 34, rule suspect: /id another rule has this id already");
  }

  @Test
  void aMemberTwiceIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read(SOUND + "id: another\n"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 34: not YAML: ");
  }

  @Test
  void whatIsNoMappingIsRefused() {
    assertThatThrownBy(() -> read("- a\n- b\n")).isInstanceOf(InvalidPolicy.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(InvalidPolicy.class);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertThatThrownBy(
            () -> PolicyDocument.read("test.yaml", SOUND.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 1: not YAML");
    assertThatThrownBy(() -> read("id: \u0000"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 1: not YAML");
  }

  @Test
  void aSecondDocumentInTheFileIsRefused() {
    assertThatThrownBy(() -> read(SOUND + "---\nid: another\n"))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("not YAML");
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
