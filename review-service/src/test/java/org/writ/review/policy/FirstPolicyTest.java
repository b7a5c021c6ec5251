package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/** What the shipped policy 2024-09-valid-orders says about requests. */
class FirstPolicyTest {

  private final Policy policy = Shipped.nationalAt(Requests.RECEIVED_AT);

  @Test
  void aSoundRequestHasNoFindings() {
    // Given
    RequestSubmitted request = Requests.sound().build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void onlyIpAddressAndPhoneNumberMayBeDisclosed() {
    assertThat(policy.id()).isEqualTo("2024-09-valid-orders");
    assertThat(policy.mayBeDisclosed("COURT_ORDER"))
        .containsExactlyInAnyOrder("IP_ADDRESS", "PHONE_NUMBER");
  }

  static Stream<Arguments> aboutTheRequest() {
    return Stream.of(
        request(r -> r.setProcess("SUBPOENA"), "legal-process", "BLOCKING", "NO_VALID_LEGAL_BASIS"),
        request(
            r -> r.setProcess("SOMETHING_NEW"),
            "legal-process",
            "BLOCKING",
            "NO_VALID_LEGAL_BASIS"),
        request(
            r -> r.setProcess("PRESERVATION_ORDER"),
            "preservation-discloses-nothing",
            "BLOCKING",
            "NO_VALID_LEGAL_BASIS"),
        request(
            r -> r.setProcess("EMERGENCY"),
            "emergency-needs-an-order",
            "BLOCKING",
            "NO_VALID_LEGAL_BASIS"),
        request(
            r -> r.setIssuingAuthorityType("POLICE"),
            "judicial-authority",
            "BLOCKING",
            "NOT_JUDICIAL"),
        request(
            r -> r.setIssuingAuthorityType("OTHER"),
            "judicial-authority",
            "BLOCKING",
            "NOT_JUDICIAL"),
        request(
            r -> r.setIssuingAuthorityType("PROSECUTOR"),
            "prosecutor-as-judicial-authority",
            "NOTE",
            "NOT_JUDICIAL"),
        request(
            r -> r.setIssuingAuthorityCountry("FR"), "authority-of-another-country", "NOTE", null),
        request(r -> r.setDuplicateOf("request-1"), "asked-before", "NOTE", "DUPLICATE"),
        request(r -> r.setSuspectConfirmed(false), "suspect-confirmed", "BLOCKING", "NO_SUSPECT"),
        request(
            r -> r.setValidUntil(LocalDate.parse("2026-11-19")),
            "order-expired",
            "BLOCKING",
            "ORDER_EXPIRED"),
        request(
            r -> r.setIssuedOn(LocalDate.parse("2026-11-22")),
            "order-not-yet-in-force",
            "BLOCKING",
            "ORDER_EXPIRED"),
        request(
            r -> r.setOffenceCategory("SPEECH"),
            "offence-of-speech",
            "BLOCKING",
            "OFFENCE_OUTSIDE_TERMS"),
        request(
            r -> r.setOffenceCategory("OTHER"),
            "offence-needs-its-clause",
            "NOTE",
            "OFFENCE_OUTSIDE_TERMS"));
  }

  @ParameterizedTest
  @MethodSource("aboutTheRequest")
  void aFaultOfTheRequestIsFound(
      UnaryOperator<RequestSubmitted.Builder> change,
      String rule,
      String severity,
      @Nullable String ground) {
    // Given
    RequestSubmitted request = change.apply(Requests.sound()).build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .extracting(
            Finding::getRule, f -> f.getSeverity().name(), Finding::getGround, Finding::getItemId)
        .containsExactly(tuple(rule, severity, ground, null));
  }

  static Stream<Arguments> aboutAnItem() {
    return Stream.of(
        item(
            i -> i.setDataTypes(List.of("CONTENT", "TRAFFIC")),
            "no-data-type-disclosed",
            "BLOCKING",
            "DATA_TYPE_NOT_DISCLOSED"),
        item(
            i -> i.setDataTypes(List.of("DEVICE", "IP_ADDRESS")),
            "some-data-types-not-disclosed",
            "NOTE",
            "DATA_TYPE_NOT_DISCLOSED"),
        item(i -> i.setFrom(null), "period-open", "NOTE", "OVERBROAD"),
        item(i -> i.setTo(null), "period-open", "NOTE", "OVERBROAD"),
        item(
            i -> i.setFrom(Instant.parse("2025-11-20T11:59:59Z")),
            "period-longer-than-held",
            "NOTE",
            "OVERBROAD"),
        item(
            i -> i.setTo(Instant.parse("2026-11-20T12:00:01Z")),
            "period-beyond-receipt",
            "NOTE",
            "OVERBROAD"),
        item(
            i -> i.setIdentifierType("IP_ADDRESS"),
            "identifier-may-be-shared",
            "NOTE",
            "IDENTIFIER_UNCLEAR"));
  }

  @ParameterizedTest
  @MethodSource("aboutAnItem")
  void aFaultOfAnItemIsFoundAtThatItem(
      UnaryOperator<RequestedItem.Builder> change,
      String rule,
      String severity,
      @Nullable String ground) {
    // Given
    RequestSubmitted request =
        Requests.sound()
            .setItems(
                List.of(
                    Requests.item("item-1").build(), change.apply(Requests.item("item-2")).build()))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .extracting(
            Finding::getRule, f -> f.getSeverity().name(), Finding::getGround, Finding::getItemId)
        .containsExactly(tuple(rule, severity, ground, "item-2"));
  }

  @Test
  void exactlyTwelveMonthsAreNotTooLong() {
    // Given
    RequestSubmitted request =
        Requests.sound()
            .setItems(
                List.of(
                    Requests.item("item-1")
                        .setFrom(Instant.parse("2025-11-20T12:00:00Z"))
                        .setTo(Requests.RECEIVED_AT)
                        .build()))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void anOrderIsInForceUntilItsLastDayIsOverEverywhere() {
    // Given: 23:59 of the 19th at UTC-12
    RequestSubmitted request =
        Requests.sound()
            .setValidUntil(LocalDate.parse("2026-11-19"))
            .setReceivedAt(Instant.parse("2026-11-20T11:59:00Z"))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings).isEmpty();
  }

  @Test
  void everySentenceIsThePolicysOwnSoThatNoneNamesAPerson() {
    // Given
    RequestSubmitted request =
        Requests.sound().setSuspectConfirmed(false).setProcess("SUBPOENA").build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .hasSize(2)
        .allSatisfy(
            finding ->
                assertThat(policy.rules().stream().map(Rule::sentence))
                    .contains(finding.getSentence()))
        .allMatch(finding -> finding.getSeverity() == Severity.BLOCKING);
  }

  private static Arguments request(
      UnaryOperator<RequestSubmitted.Builder> change,
      String rule,
      String severity,
      @Nullable String ground) {
    return arguments(change, rule, severity, ground);
  }

  private static Arguments item(
      UnaryOperator<RequestedItem.Builder> change,
      String rule,
      String severity,
      @Nullable String ground) {
    return arguments(change, rule, severity, ground);
  }
}
