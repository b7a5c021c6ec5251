package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
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
import org.writ.events.review.Severity;

/** What the shipped policy eu-e-evidence says about requests. */
class EuropeanPolicyTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-28T12:00:00Z");

  static Stream<Arguments> cases() {
    return Stream.of(
        european(r -> r, "offence-for-traffic-data"),
        european(r -> r.setOffenceCategory("TERRORISM")),
        european(r -> r.setItems(List.of(phoneNumber()))),
        european(
            r -> r.setSuspectConfirmed(false).setItems(List.of(phoneNumber())),
            "suspect-confirmed"),
        european(r -> r.setProcess("COURT_ORDER"), "certificate", "offence-for-traffic-data"),
        european(r -> r.setProcess("SUBPOENA"), "legal-process", "offence-for-traffic-data"),
        european(r -> r.setProcess("PRESERVATION_ORDER"), "preservation-discloses-nothing"),
        european(r -> r.setIssuingAuthorityType("POLICE"), "issuing-authority"),
        european(r -> r.setIssuingAuthorityType("PROSECUTOR"), "identifies-only"),
        europeanEmergency("POLICE", "emergency-not-validated", "identifies-only"),
        europeanEmergency("OTHER", "emergency-not-validated", "identifies-only"),
        europeanEmergency("PROSECUTOR", "identifies-only"),
        europeanEmergency("COURT", "offence-for-traffic-data"),
        europeanEmergency("AN_AUTHORITY_OF_TOMORROW", "issuing-authority", "identifies-only"),
        european(
            r ->
                r.setIssuingAuthorityType("PROSECUTOR")
                    .setItems(
                        List.of(
                            Requests.item("a")
                                .setDataTypes(List.of("TRAFFIC", "CONTENT"))
                                .build())),
            "authority-for-no-data-type",
            "no-data-type-disclosed"),
        european(
            r ->
                r.setIssuingAuthorityType("PROSECUTOR")
                    .setItems(
                        List.of(
                            Requests.item("a")
                                .setDataTypes(List.of("PHONE_NUMBER", "CONTENT"))
                                .build())),
            "authority-for-some-data-types",
            "some-data-types-not-disclosed"),
        european(
            r ->
                r.setCountry("DK")
                    .setIssuingAuthorityCountry("DK")
                    .setItems(List.of(phoneNumber())),
            "issued-in-a-member-state"),
        european(
            r -> r.setOffenceCategory("SPEECH"), "offence-of-speech", "offence-for-traffic-data"),
        european(
            r -> r.setOffenceCategory("OTHER"),
            "dual-criminality-to-be-checked",
            "offence-needs-its-clause",
            "offence-for-traffic-data"),
        european(
            r -> r.setObjectionUntil(RECEIVED.plusSeconds(864_000)),
            "enforcing-authority-notified",
            "offence-for-traffic-data"));
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
  void nothingBlocksAEuropeanOrderButWhatTheRegulationSays() {
    // When
    var blocking =
        Shipped.policy("eu-e-evidence").rules().stream()
            .filter(rule -> rule.severity() == Severity.BLOCKING);

    // Then
    assertThat(blocking)
        .isNotEmpty()
        .allSatisfy(
            rule -> assertThat(rule.citation()).contains("Regulation (EU) 2023/1543, Article"))
        .extracting(Rule::ground)
        .doesNotContain("NO_SUSPECT", "OFFENCE_OUTSIDE_TERMS", "DATA_TYPE_NOT_DISCLOSED");
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION_ORDER,5(5),abcdefgh",
    "COURT_ORDER,5(5),abcdefgh",
    "SEARCH_WARRANT,5(5),abcdefgh",
    "EMERGENCY,5(5),abcdefgh",
    "PRESERVATION_ORDER,6(4),abcdef"
  })
  void aCertificateIsAskedForWhatTheRegulationPutsInIt(
      String process, String paragraph, String points) {
    // When
    var sentences = Shipped.policy("eu-e-evidence").basis(process).orElseThrow().mustContain();

    // Then
    assertThat(sentences)
        .hasSize(points.length())
        .zipSatisfy(
            points.chars().mapToObj(Character::toString).toList(),
            (sentence, point) ->
                assertThat(sentence).contains("(Article %s(%s))".formatted(paragraph, point)));
  }

  @Test
  void everyReasonOfAnnexThreeIsAGround() {
    assertThat(Shipped.policy("eu-e-evidence").grounds())
        .containsKeys(
            "ORDER_INCOMPLETE",
            "DATA_NOT_HELD",
            "NOT_POSSIBLE",
            "NOT_JUDICIAL",
            "OFFENCE_NOT_COVERED",
            "SERVICE_NOT_COVERED",
            "PRIVILEGED_DATA",
            "CONFLICT_OF_LAWS");
  }

  @Test
  void whatThePlatformKeepsToByItselfTakesASecondPerson() {
    // Given
    RequestSubmitted request =
        europeanOrder()
            .setSuspectConfirmed(false)
            .setItems(List.of(Requests.item("a").setDataTypes(List.of("DEVICE")).build()))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(request);

    // Then
    assertThat(findings)
        .allMatch(finding -> finding.getSeverity() == Severity.SECOND_PERSON)
        .extracting(Finding::getRule)
        .containsExactly("suspect-confirmed", "no-data-type-disclosed");
  }

  @Test
  void aProsecutorsProductionOrderForAPhoneNumberIsNotBlocked() {
    // Given
    RequestSubmitted request = europeanOrder().setIssuingAuthorityType("PROSECUTOR").build();

    // When
    List<Finding> findings = Shipped.analysis(request);

    // Then
    assertThat(findings).extracting(Finding::getSeverity).containsOnly(Severity.NOTE);
  }

  private static Arguments european(
      UnaryOperator<RequestSubmitted.Builder> change, String... rules) {
    return arguments(change.apply(europeanOrder()).build(), rules);
  }

  /**
   * An emergency that nothing is suspicious about.
   *
   * @param rules that fire beside those of each emergency
   */
  private static Arguments europeanEmergency(String authority, String... rules) {
    return arguments(
        europeanOrder()
            .setProcess("EMERGENCY")
            .setIssuingAuthorityType(authority)
            .setCallBackPhone("+33123456789")
            .setEmergency(EmergencyPolicyTest.unsuspicious().build())
            .build(),
        Stream.concat(
                Stream.of("emergency-needs-second-person", "emergency-call-back"), Stream.of(rules))
            .toArray(String[]::new));
  }

  private static RequestSubmitted.Builder europeanOrder() {
    return Requests.sound()
        .setReceivedAt(RECEIVED)
        .setRegime("EU_E_EVIDENCE")
        .setProcess("PRODUCTION_ORDER")
        .setCountry("FR")
        .setIssuingAuthorityCountry("FR");
  }

  private static RequestedItem phoneNumber() {
    return Requests.item("a").setDataTypes(List.of("PHONE_NUMBER")).build();
  }
}
