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

/** Which shipped policy governs what, and what those of other regimes say about requests. */
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
            "terror-suspect-confirmed"),
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
            r -> r.setObjectionUntil(IN_2026.plusSeconds(864_000)),
            "enforcing-authority-notified",
            "offence-for-traffic-data"),
        american(r -> r, "order-under-2703-d"),
        american(r -> r.setProcess("SEARCH_WARRANT")),
        american(
            r -> r.setProcess("SUBPOENA").setIssuingAuthorityType("PROSECUTOR"),
            "subpoena-for-subscriber-records"),
        american(
            r -> r.setProcess("SUBPOENA").setIssuingAuthorityType("POLICE"),
            "administrative-subpoena"),
        american(
            r -> r.setProcess("SUBPOENA").setIssuingAuthorityType("OTHER"),
            "administrative-subpoena"),
        american(
            r -> r.setProcess("SUBPOENA").setIssuingAuthorityType("AN_AUTHORITY_OF_TOMORROW"),
            "subpoena-for-subscriber-records",
            "court-of-competent-jurisdiction"),
        american(
            r -> r.setProcess("SEARCH_WARRANT").setIssuingAuthorityType("POLICE"),
            "court-of-competent-jurisdiction"),
        american(
            r -> r.setProcess("PRESERVATION_ORDER").setIssuingAuthorityType("OTHER"),
            "preservation-discloses-nothing"),
        american(r -> r.setProcess("PRODUCTION_ORDER"), "legal-process"),
        british(r -> r, "executive-agreement"),
        british(r -> r.setProcess("COURT_ORDER"), "executive-agreement"),
        british(r -> r.setProcess("SUBPOENA"), "legal-process"),
        british(
            r -> r.setIssuingAuthorityType("OTHER"), "executive-agreement", "issuing-authority"),
        british(r -> r.setProcess("PRESERVATION_ORDER"), "preservation-discloses-nothing"),
        british(
            r -> r.setCountry("CA").setIssuingAuthorityCountry("CA"),
            "executive-agreement",
            "agreement-to-be-found"),
        british(
            r -> r.setCountry("US").setIssuingAuthorityCountry("US"),
            "executive-agreement",
            "authority-of-the-united-states"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatARequestIsFoundToBe(RequestSubmitted request, String[] rules) {
    // Given
    Policy policy =
        Shipped.POLICIES.inForce(
            request.getRegime(), request.getCountry(), request.getReceivedAt());

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings).extracting(Finding::getRule).containsExactly(rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-sca | SEARCH_WARRANT | 18 U.S.C. 2703(a) and (c)(1)(A)",
        "us-sca | EMERGENCY | 18 U.S.C. 2702(c)(4)",
        "us-cloud-act | PRODUCTION_ORDER | 18 U.S.C. 2702(c)(7), and the law of the issuing country"
            + " (United Kingdom: Crime (Overseas Production Orders) Act 2019)",
        "us-cloud-act | EMERGENCY | 18 U.S.C. 2702(c)(6)"
      })
  void whatBindsBodiesOfTheUnitedStatesIsNoBasisOfAnotherCountrysOrder(
      String policy, String process, String basis) {
    assertThat(Shipped.policy(policy).basis(process))
        .hasValueSatisfying(found -> assertThat(found.basis()).isEqualTo(basis));
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

  @ParameterizedTest
  @CsvSource({"POLICE", "OTHER"})
  void anAdministrativeSubpoenaTakesASecondPersonAndIsNotBlocked(String authority) {
    // Given
    RequestSubmitted request =
        americanOrder().setProcess("SUBPOENA").setIssuingAuthorityType(authority).build();

    // When
    List<Finding> findings = Shipped.analysis(Shipped.policy("us-sca"), request);

    // Then
    assertThat(findings)
        .extracting(Finding::getSeverity)
        .containsExactly(Severity.SECOND_PERSON);
  }

  @Test
  void aProsecutorsProductionOrderForAPhoneNumberIsNotBlocked() {
    // Given
    RequestSubmitted request = europeanOrder().setIssuingAuthorityType("PROSECUTOR").build();

    // When
    List<Finding> findings =
        Shipped.analysis(Shipped.POLICIES.inForce("EU_E_EVIDENCE", "FR", IN_2026), request);

    // Then
    assertThat(findings).extracting(Finding::getSeverity).containsOnly(Severity.NOTE);
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
                Stream.of("emergency-needs-second-person", "emergency-call-back"),
                Stream.of(rules))
            .toArray(String[]::new));
  }

  private static RequestSubmitted.Builder europeanOrder() {
    return Requests.sound()
        .setReceivedAt(IN_2026)
        .setRegime("EU_E_EVIDENCE")
        .setProcess("PRODUCTION_ORDER")
        .setCountry("FR")
        .setIssuingAuthorityCountry("FR");
  }

  private static RequestedItem userName(String itemId, Instant from, Instant to) {
    return Requests.item(itemId).setIdentifierType("USERNAME").setFrom(from).setTo(to).build();
  }

  private static RequestedItem phoneNumber() {
    return Requests.item("a").setDataTypes(List.of("PHONE_NUMBER")).build();
  }

  private static Arguments british(
      UnaryOperator<RequestSubmitted.Builder> change, String... rules) {
    return arguments(
        change
            .apply(
                Requests.sound()
                    .setReceivedAt(IN_2026)
                    .setRegime("CLOUD_ACT")
                    .setProcess("PRODUCTION_ORDER")
                    .setCountry("GB")
                    .setIssuingAuthorityCountry("GB"))
            .build(),
        rules);
  }

  private static Arguments american(
      UnaryOperator<RequestSubmitted.Builder> change, String... rules) {
    return arguments(change.apply(americanOrder()).build(), rules);
  }

  private static RequestSubmitted.Builder americanOrder() {
    return Requests.sound()
        .setReceivedAt(IN_2026)
        .setCountry("US")
        .setIssuingAuthorityCountry("US");
  }
}
