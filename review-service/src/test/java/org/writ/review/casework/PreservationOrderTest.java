package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.writ.review.casework.DecisionBodies.approve;
import static org.writ.review.casework.DecisionBodies.body;
import static org.writ.review.casework.DecisionBodies.read;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.jurisdiction.Jurisdiction;
import org.writ.review.policy.Policy;
import org.writ.review.policy.Requests;
import org.writ.review.policy.Shipped;

/** An order to keep data is approved as an order to disclose it is, under the policies of today. */
class PreservationOrderTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-28T12:00:00Z");
  private static final Instant NOW = RECEIVED.plusSeconds(60);

  @ParameterizedTest
  @CsvSource({"NATIONAL,DE", "MLAT,IN", "EU_E_EVIDENCE,FR", "NATIONAL,US", "CLOUD_ACT,GB"})
  void whatMayBeDisclosedUponAnotherOrderIsApprovedToBeKept(String regime, String country) {
    // Given
    Policy policy = Shipped.POLICIES.inForce(regime, country, RECEIVED);
    CaseOpened opened = opened(policy, regime, country, "IP_ADDRESS", "PHONE_NUMBER");

    // When
    NewEvent decided = decide(policy, opened, approve("item-1", "IP_ADDRESS", "PHONE_NUMBER"));

    // Then
    assertThat(decided.data())
        .asInstanceOf(InstanceOfAssertFactories.type(CaseDecided.class))
        .returns(CaseOutcome.APPROVED, CaseDecided::getOutcome)
        .returns("PRESERVATION_ORDER", CaseDecided::getProcess)
        .returns(List.of(), CaseDecided::getOverrides);
  }

  @ParameterizedTest
  @CsvSource({"NATIONAL,DE", "EU_E_EVIDENCE,FR", "NATIONAL,US"})
  void whatIsNeverDisclosedIsNotKeptEither(String regime, String country) {
    // Given
    Policy policy = Shipped.POLICIES.inForce(regime, country, RECEIVED);
    CaseOpened opened = opened(policy, regime, country, "IP_ADDRESS", "CONTENT");

    // When
    InvalidDecision refusal =
        catchThrowableOfType(
            InvalidDecision.class, () -> decide(policy, opened, approve("item-1", "CONTENT")));

    // Then
    assertThat(refusal.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/items/0/dataTypes/0"));
  }

  private static CaseOpened opened(
      Policy policy, String regime, String country, String... dataTypes) {
    return OpenCase.decide(
        policy,
        Jurisdiction.plain(country),
        Requests.sound()
            .setProcess("PRESERVATION_ORDER")
            .setRegime(regime)
            .setCountry(country)
            .setIssuingAuthorityCountry(country)
            .setReceivedAt(RECEIVED)
            .setItems(List.of(Requests.item("item-1").setDataTypes(List.of(dataTypes)).build()))
            .build());
  }

  private static NewEvent decide(Policy policy, CaseOpened opened, String item) {
    return Deciding.decide(
        Cases.standing(new Claimed("rita", NOW.plusSeconds(1))),
        opened,
        false,
        Cases.details(1),
        policy,
        read(body(item)),
        "rita",
        NOW);
  }
}
