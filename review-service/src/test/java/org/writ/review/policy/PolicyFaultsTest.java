package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.writ.review.policy.SoundPolicy.read;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a policy's parts, but for its rules. */
class PolicyFaultsTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "unknown member",
            "heldFor:",
            "holdFor: P1M\nheldFor:",
            "line 6: /holdFor is not known here"),
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
            "data that is kept upon an order to disclose it",
            "bars: [CONTENT]",
            "preserves: [IP_ADDRESS]\n    bars: [CONTENT]",
            "line 13: /legalBases/0/preserves belongs to a PRESERVATION_ORDER only"),
        fault(
            "data that is disclosed upon an order to keep it",
            "process: COURT_ORDER",
            "process: PRESERVATION_ORDER",
            "line 12: /legalBases/0/discloses must be empty"),
        fault(
            "data that is never disclosed, to be kept",
            "bars: [CONTENT]",
            "preserves: [CONTENT]\n    bars: [CONTENT]",
            "line 13: /legalBases/0/preserves CONTENT is never disclosed"),
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
            "/grounds/noReason must be named in capitals"));
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

  private static Arguments fault(String what, String sound, String faulty, String... messages) {
    return arguments(what, sound, faulty, messages);
  }
}
