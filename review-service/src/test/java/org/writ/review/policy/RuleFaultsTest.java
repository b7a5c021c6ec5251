package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.writ.review.policy.SoundPolicy.read;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a policy's rules. */
class RuleFaultsTest {

  static Stream<Arguments> faults() {
    return Stream.of(
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
            "condition without an answer for some request",
            "!suspectConfirmed\"",
            "!suspectConfirmed || 100 / accountAgeDays > 3\"",
            "line 26, rule suspect: /when has no answer for suspectConfirmed true, accountAgeDays"
                + " 0",
            "/ by zero"),
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
    String document = SoundPolicy.TEXT.replace(sound, faulty);

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.getMessage()).contains("test.yaml").contains(messages);
  }

  @Test
  void twoRulesWithOneIdAreRefused() {
    // Given
    String rule = SoundPolicy.TEXT.substring(SoundPolicy.TEXT.indexOf("  - id: suspect"));

    // When / Then
    assertThatThrownBy(() -> read(SoundPolicy.TEXT + rule))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("line 34, rule suspect: /id another rule has this id already");
  }

  @Test
  void loopsBesideEachOtherAreRead() {
    // Given
    String condition = "!suspectConfirmed && [1].exists(a, a == 1) && ![1].all(a, a == 2)";

    // When
    Policy policy = read(SoundPolicy.TEXT.replace("!suspectConfirmed", condition));

    // Then
    assertThat(policy.rules()).hasSize(1);
  }

  private static Arguments fault(String what, String sound, String faulty, String... messages) {
    return arguments(what, sound, faulty, messages);
  }
}
