package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.events.review.Safeguards;
import org.writ.review.jurisdiction.Jurisdiction;

/** What the safeguards of a country do to the analysis of its requests. */
class SafeguardsTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-28T12:00:00Z");

  static Stream<Arguments> safeguards() {
    return Stream.of(
        arguments(set(s -> s.setRefused(true)), "country-refused", "BLOCKING", "HUMAN_RIGHTS"),
        arguments(
            set(s -> s.setRefusedOffences(List.of("SPEECH", "DRUG_TRAFFICKING"))),
            "offence-refused-for-country",
            "BLOCKING",
            "HUMAN_RIGHTS"),
        arguments(
            set(s -> s.setWithoutDualCriminality(List.of("DRUG_TRAFFICKING"))),
            "no-dual-criminality",
            "BLOCKING",
            "NO_DUAL_CRIMINALITY"),
        arguments(set(s -> s.setEscalation(true)), "country-escalated", "SECOND_PERSON", null));
  }

  @ParameterizedTest
  @MethodSource("safeguards")
  void whatIsSetForTheCountryIsFoundAndCited(
      Safeguards safeguards, String rule, String severity, @Nullable String ground) {
    // When
    List<Finding> findings = analysis(safeguards, sound());

    // Then
    assertThat(findings)
        .extracting(Finding::getRule, f -> f.getSeverity().name(), Finding::getGround)
        .containsExactly(tuple(rule, severity, ground));
    assertThat(findings.getFirst().getCitation())
        .startsWith("Global Network Initiative")
        .endsWith("; Safeguards for DE, edition 3");
  }

  @Test
  void whatIsSetForOtherOffencesSaysNothingAboutThisOne() {
    assertThat(
            analysis(
                set(
                    s ->
                        s.setRefusedOffences(List.of("SPEECH"))
                            .setWithoutDualCriminality(List.of("OTHER"))),
                sound()))
        .isEmpty();
  }

  @Test
  void narrowLimitsOfTheCountryBindAndAreCited() {
    // Given: an item of 184 days
    Safeguards safeguards = set(s -> s.setMostPeriodDays(90).setMostItems(1));

    // When
    List<Finding> findings = analysis(safeguards, sound().setItems(Requests.items(2)));

    // Then
    assertThat(findings)
        .extracting(Finding::getRule)
        .containsExactly(
            "country-read-narrowly",
            "many-accounts",
            "period-wider-than-needed",
            "period-wider-than-needed");
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.getCitation()).endsWith("; Safeguards for DE, edition 3"));
  }

  @Test
  void limitsWiderThanThePolicysChangeNothingElse() {
    // When
    List<Finding> findings =
        analysis(set(s -> s.setMostItems(5_000)), sound().setItems(Requests.items(101)));

    // Then
    assertThat(findings)
        .extracting(Finding::getRule)
        .containsExactly("country-read-narrowly", "many-accounts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-08-terror-only",
        "2024-09-valid-orders",
        "2026-11-emergencies",
        "us-sca",
        "us-cloud-act",
        "eu-e-evidence"
      })
  void everyPolicyLooksAtTheSafeguardsOfTheCountry(String policy) {
    // Given
    Safeguards safeguards =
        set(
            s ->
                s.setRefused(true)
                    .setEscalation(true)
                    .setRefusedOffences(List.of("DRUG_TRAFFICKING"))
                    .setWithoutDualCriminality(List.of("DRUG_TRAFFICKING"))
                    .setMostItems(1));

    // When
    List<Finding> findings =
        LegalAnalysis.of(
            Shipped.policy(policy), new Jurisdiction("DE", 3, safeguards), sound().build());

    // Then
    assertThat(findings)
        .extracting(Finding::getRule)
        .startsWith(
            "country-refused",
            "offence-refused-for-country",
            "no-dual-criminality",
            "country-escalated",
            "country-read-narrowly");
  }

  private static List<Finding> analysis(Safeguards safeguards, RequestSubmitted.Builder request) {
    return LegalAnalysis.of(
        Shipped.nationalAt(RECEIVED), new Jurisdiction("DE", 3, safeguards), request.build());
  }

  private static RequestSubmitted.Builder sound() {
    return Requests.sound().setReceivedAt(RECEIVED);
  }

  private static Safeguards set(UnaryOperator<Safeguards.Builder> change) {
    return change.apply(Safeguards.newBuilder(Jurisdiction.plain("DE").safeguards())).build();
  }
}
