package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;
import org.writ.events.review.PolicyReference;
import org.writ.events.review.Severity;

/** Which shipped policy governs what, and what holds for each. */
class ShippedPoliciesTest {

  private static final Instant IN_2019 = Instant.parse("2019-06-01T12:00:00Z");
  private static final Instant IN_2026 = Instant.parse("2026-11-28T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "NATIONAL,DE,2019-06-01T12:00:00Z,2018-08-terror-only",
    "EU_E_EVIDENCE,FR,2019-06-01T12:00:00Z,2018-08-terror-only",
    "NATIONAL,US,2025-06-01T12:00:00Z,2024-09-valid-orders",
    "EU_E_EVIDENCE,FR,2026-08-17T23:59:59Z,2024-09-valid-orders",
    "EU_E_EVIDENCE,FR,2026-08-18T00:00:00Z,eu-e-evidence",
    "MLAT,US,2026-11-28T12:00:00Z,2026-11-emergencies",
    "NATIONAL,DE,2026-11-28T12:00:00Z,2026-11-emergencies",
    "NATIONAL,US,2026-11-28T12:00:00Z,us-sca",
    "CLOUD_ACT,GB,2026-11-28T12:00:00Z,us-cloud-act",
    "CLOUD_ACT,US,2026-11-28T12:00:00Z,us-cloud-act"
  })
  void theRegimeTheCountryAndTheDaySayWhichGoverns(
      String regime, String country, Instant receivedAt, String policy) {
    assertThat(Shipped.POLICIES.inForce(regime, country, receivedAt).id()).isEqualTo(policy);
  }

  @Test
  void everyGroundSaysWhatWouldMakeTheRequestSucceed() {
    assertThat(Shipped.POLICIES.all())
        .flatExtracting(policy -> policy.grounds().values())
        .allSatisfy(
            ground -> {
              assertThat(ground.wording()).endsWith(".");
              assertThat(ground.remedy()).endsWith(".");
              assertThat(ground.citation()).isNotBlank();
            });
  }

  static Stream<String> policies() {
    return Shipped.POLICIES.all().stream().map(Policy::id);
  }

  /** Each of the field's causes of refusal, and a rule that finds it. */
  @ParameterizedTest
  @MethodSource("policies")
  void everyKnownCauseOfRefusalHasARule(String id) {
    // When
    var grounds = Shipped.policy(id).rules().stream().map(Rule::ground);

    // Then
    assertThat(grounds)
        .contains(
            "IDENTIFIER_UNCLEAR",
            "OVERBROAD",
            "NO_VALID_LEGAL_BASIS",
            "NOT_JUDICIAL",
            "ORDER_EXPIRED",
            "NO_SUSPECT",
            "OFFENCE_OUTSIDE_TERMS",
            "DATA_NOT_HELD",
            "DUPLICATE",
            "SUSPECTED_FORGERY",
            "HUMAN_RIGHTS",
            "NO_DUAL_CRIMINALITY");
  }

  /** User names pass on: the remedy asks for the one of a day. */
  @ParameterizedTest
  @MethodSource("policies")
  void aUserNameInMoreThanADayIsNoted(String id) {
    // Given
    Instant from = Instant.parse("2026-05-01T00:00:00Z");
    RequestSubmitted request =
        Requests.sound()
            .setItems(
                List.of(
                    userName("day", from, from.plus(Duration.ofDays(1))),
                    userName("half-a-year", from, from.plus(Duration.ofDays(183)))))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(Shipped.policy(id), request);

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getRule().equals("username-changes-hands"))
        .extracting(Finding::getItemId)
        .containsExactly("half-a-year");
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        in2019(r -> r.setOffenceCategory("TERRORISM")),
        in2019(r -> r, "terrorism-only"),
        in2019(r -> r.setProcess("SEARCH_WARRANT"), "court-order-only", "terrorism-only"),
        in2019(
            r -> r.setOffenceCategory("TERRORISM").setIssuingAuthorityType("PROSECUTOR"),
            "issued-by-a-court"),
        in2019(
            r -> r.setOffenceCategory("TERRORISM").setSuspectConfirmed(false),
            "terror-suspect-confirmed"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatARequestIsFoundToBe(RequestSubmitted request, String[] rules) {
    // When
    List<Finding> findings = Shipped.analysis(request);

    // Then
    assertThat(findings).extracting(Finding::getRule).containsExactly(rules);
  }

  @Test
  void aCaseThatWasOpenedUnderAnEarlierDocumentIsDecidedUnderTodays() {
    // Given
    var earlier = new PolicyReference("us-sca", "ab".repeat(32));

    // When
    Policy policy = Shipped.POLICIES.forDecision(earlier, "CLOUD_ACT", "GB", IN_2026);

    // Then
    assertThat(policy.id()).isEqualTo("us-cloud-act");
  }

  @ParameterizedTest
  @CsvSource({"NATIONAL,DE", "EU_E_EVIDENCE,FR", "NATIONAL,US"})
  void aPreservationOrderIsNotBlockedAndDisclosesNothing(String regime, String country) {
    // Given
    Policy policy = Shipped.POLICIES.inForce(regime, country, IN_2026);
    RequestSubmitted request =
        Requests.sound()
            .setReceivedAt(IN_2026)
            .setProcess("PRESERVATION_ORDER")
            .setRegime(regime)
            .setCountry(country)
            .setIssuingAuthorityCountry(country)
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getRule().equals("preservation-discloses-nothing"))
        .singleElement()
        .extracting(Finding::getSeverity)
        .isEqualTo(Severity.NOTE);
    assertThat(findings).extracting(Finding::getSeverity).doesNotContain(Severity.BLOCKING);
    assertThat(policy.mayBeApproved("PRESERVATION_ORDER"))
        .containsExactlyInAnyOrder("IP_ADDRESS", "PHONE_NUMBER");
    assertThat(policy.mayBeDisclosed("PRESERVATION_ORDER")).isEmpty();
  }

  private static Arguments in2019(UnaryOperator<RequestSubmitted.Builder> change, String... rules) {
    return arguments(
        change
            .apply(
                Requests.sound()
                    .setReceivedAt(IN_2019)
                    .setIssuedOn(LocalDate.parse("2019-05-20"))
                    .setItems(
                        List.of(
                            Requests.item("a")
                                .setFrom(IN_2019.minusSeconds(864_000))
                                .setTo(IN_2019)
                                .build())))
            .build(),
        rules);
  }

  private static RequestedItem userName(String itemId, Instant from, Instant to) {
    return Requests.item(itemId).setIdentifierType("USERNAME").setFrom(from).setTo(to).build();
  }
}
