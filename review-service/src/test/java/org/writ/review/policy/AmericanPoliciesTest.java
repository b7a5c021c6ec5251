package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/** What the shipped policies us-sca and us-cloud-act say about requests. */
class AmericanPoliciesTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-28T12:00:00Z");

  static Stream<Arguments> cases() {
    return Stream.of(
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
    // When
    List<Finding> findings = Shipped.analysis(request);

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

  @ParameterizedTest
  @CsvSource({"POLICE", "OTHER"})
  void anAdministrativeSubpoenaTakesASecondPersonAndIsNotBlocked(String authority) {
    // Given
    RequestSubmitted request =
        americanOrder().setProcess("SUBPOENA").setIssuingAuthorityType(authority).build();

    // When
    List<Finding> findings = Shipped.analysis(request);

    // Then
    assertThat(findings).extracting(Finding::getSeverity).containsExactly(Severity.SECOND_PERSON);
  }

  private static Arguments british(
      UnaryOperator<RequestSubmitted.Builder> change, String... rules) {
    return arguments(
        change
            .apply(
                Requests.sound()
                    .setReceivedAt(RECEIVED)
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
        .setReceivedAt(RECEIVED)
        .setCountry("US")
        .setIssuingAuthorityCountry("US");
  }
}
