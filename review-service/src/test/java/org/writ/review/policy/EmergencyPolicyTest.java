package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;
import org.writ.review.jurisdiction.Jurisdiction;

/** What the shipped policy 2026-11-emergencies says about requests. */
class EmergencyPolicyTest {

  private static final Instant FIRST_DAY = Instant.parse("2026-11-22T00:00:00Z");

  private final Policy policy = Shipped.nationalAt(FIRST_DAY);

  @Test
  void itOpensCasesFromItsDayOnAndNotBefore() {
    assertThat(policy.id()).isEqualTo("2026-11-emergencies");
    assertThat(Shipped.nationalAt(FIRST_DAY.minusMillis(1)).id()).isEqualTo("2024-09-valid-orders");
  }

  @Test
  void aSoundOrderHasNoFindings() {
    assertThat(Shipped.analysis(policy, Requests.sound().build())).isEmpty();
  }

  @Test
  void whatIsNoEmergencyIsJudgedAsBefore() {
    // Given
    Policy before = Shipped.nationalAt(FIRST_DAY.minusMillis(1));
    List<UnaryOperator<RequestSubmitted.Builder>> changes =
        List.of(
            r -> r.setProcess("SUBPOENA"),
            r -> r.setIssuingAuthorityType("POLICE"),
            r -> r.setIssuingAuthorityType("PROSECUTOR"),
            r -> r.setIssuingAuthorityCountry("FR"),
            r -> r.setSuspectConfirmed(false),
            r -> r.setOffenceCategory("SPEECH"),
            r -> r.setItems(List.of(Requests.item("a").setTo(null).build())));

    // Then
    for (UnaryOperator<RequestSubmitted.Builder> change : changes) {
      RequestSubmitted request = change.apply(Requests.sound()).build();
      assertThat(withoutFacts(Shipped.analysis(policy, request)))
          .isNotEmpty()
          .isEqualTo(withoutFacts(Shipped.analysis(before, request)));
    }
  }

  /** What is found, however the rules come to it. */
  private static List<Finding> withoutFacts(List<Finding> findings) {
    return findings.stream()
        .map(finding -> Finding.newBuilder(finding).setFacts(List.of()).build())
        .toList();
  }

  @Test
  void anUnsuspiciousEmergencyNeedsACallAndASecondPerson() {
    // When
    List<Finding> findings = Shipped.analysis(policy, emergency().build());

    // Then
    assertThat(findings)
        .extracting(Finding::getRule)
        .containsExactly("emergency-needs-second-person", "emergency-call-back");
    assertThat(findings)
        .extracting(Finding::getSeverity)
        .containsExactly(Severity.SECOND_PERSON, Severity.NOTE);
    assertThat(findings.getFirst().getCitation()).contains("18 U.S.C. 2702(c)(4)", "10(4)");
    assertThat(findings.getLast().getCitation()).contains("FBI", "Kodex");
  }

  static Stream<Arguments> suspicions() {
    return Stream.of(
        fact(f -> f.setAccountAgeDays(29), "emergency-young-account"),
        fact(f -> f.setDomainOnFile(false).setDomainAgeDays(null), "emergency-unknown-domain"),
        fact(f -> f.setDomainAgeDays(89), "emergency-young-domain"),
        fact(f -> f.setDomainRegistrationAgeDays(89), "emergency-new-mail-domain"),
        fact(f -> f.setFirstOfSender(true), "emergency-first-of-sender"),
        fact(f -> f.setEmergenciesInDay(5), "emergency-many-in-a-day"),
        fact(f -> f.setIdentifiersAskedByOthers(1), "emergency-identifiers-asked-by-others"),
        fact(f -> f.setInOfficeHours(false), "emergency-outside-office-hours"));
  }

  @ParameterizedTest
  @MethodSource("suspicions")
  void whatIsRecordedAboutTheSenderIsNoted(
      UnaryOperator<EmergencyFacts.Builder> change, String rule) {
    // Given
    RequestSubmitted request =
        emergency().setEmergency(change.apply(unsuspicious()).build()).build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .extracting(Finding::getRule)
        .containsExactly("emergency-needs-second-person", "emergency-call-back", rule);
    assertThat(findings.getLast().getSeverity()).isEqualTo(Severity.NOTE);
    assertThat(findings.getLast().getGround()).isEqualTo("SUSPECTED_FORGERY");
  }

  @Test
  void anEmergencyThatNobodyCanCallBackIsBlocked() {
    // When
    List<Finding> findings = Shipped.analysis(policy, emergency().setCallBackPhone("").build());

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getSeverity() == Severity.BLOCKING)
        .extracting(Finding::getRule)
        .containsExactly("emergency-without-number");
  }

  @Test
  void anEmergencyNeedsNeitherJudgeNorSuspect() {
    // Given
    RequestSubmitted request =
        emergency().setIssuingAuthorityType("POLICE").setSuspectConfirmed(false).build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .noneMatch(finding -> finding.getSeverity() == Severity.BLOCKING)
        .extracting(Finding::getRule)
        .contains("emergency-without-suspect");
  }

  @Test
  void whatWasAskedBeforeIsNoted() {
    // When
    List<Finding> findings =
        Shipped.analysis(policy, Requests.sound().setDuplicateOf("request-1").build());

    // Then
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getSeverity()).isEqualTo(Severity.NOTE);
              assertThat(finding.getGround()).isEqualTo("DUPLICATE");
            });
  }

  @Test
  void everyFactHasAValueInEveryRequest() {
    // Given
    var words = new HashSet<String>();
    Fact.of(Scope.ITEM).forEach(fact -> words.add(fact.word()));
    RequestSubmitted request = Requests.sound().build();

    // When
    var facts =
        Facts.ofItem(
            policy,
            request,
            Facts.ofRequest(policy, Jurisdiction.plain("DE"), request),
            request.getItems().getFirst());

    // Then
    assertThat(facts.keySet()).isEqualTo(words);
    assertThat(facts.values()).allMatch(Objects::nonNull);
  }

  private static Arguments fact(UnaryOperator<EmergencyFacts.Builder> change, String rule) {
    return arguments(change, rule);
  }

  private static RequestSubmitted.Builder emergency() {
    return Requests.sound()
        .setProcess("EMERGENCY")
        .setCallBackPhone("+49301234567")
        .setEmergency(unsuspicious().build());
  }

  /** What is recorded about a sender whom nothing is suspicious about. */
  static EmergencyFacts.Builder unsuspicious() {
    return EmergencyFacts.newBuilder()
        .setAccountAgeDays(400)
        .setDomainOnFile(true)
        .setDomainAgeDays(400)
        .setFirstOfSender(false)
        .setEmergenciesInDay(0)
        .setEmergenciesInMonth(2)
        .setIdentifiersAskedByOthers(0)
        .setInOfficeHours(true)
        .setOrderDueAt(Requests.RECEIVED_AT.plusSeconds(172_800));
  }
}
