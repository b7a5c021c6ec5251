package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.events.review.PolicyReference;

class PoliciesTest {

  private static final String EVERYTHING =
      "[{regime: NATIONAL}, {regime: MLAT}, {regime: CLOUD_ACT}, {regime: EU_E_EVIDENCE}]";

  private final Policy older = policy("older", "2024-01-01", EVERYTHING);
  private final Policy newer = policy("newer", "2025-01-01", "[{regime: NATIONAL}]");
  private final Policy american =
      policy("american", "2025-06-01", "[{regime: NATIONAL, countries: [US]}]");
  private final Policies policies = Policies.of(List.of(newer, american, older));

  @Test
  void theNewestThatIsInEffectOnTheDayOfReceiptIsInForce() {
    assertThat(inForce("NATIONAL", "DE", "2024-12-31T23:59:59Z")).isSameAs(older);
    assertThat(inForce("NATIONAL", "DE", "2025-01-01T00:00:00Z")).isSameAs(newer);
  }

  @Test
  void severalAreInForceAtOnceForDifferentRegimes() {
    assertThat(inForce("NATIONAL", "DE", "2026-01-01T00:00:00Z")).isSameAs(newer);
    assertThat(inForce("MLAT", "DE", "2026-01-01T00:00:00Z")).isSameAs(older);
  }

  @Test
  void aPolicyThatNamesTheCountryGoesBeforeOneThatNamesNone() {
    assertThat(inForce("NATIONAL", "US", "2025-05-31T23:59:59Z")).isSameAs(newer);
    assertThat(inForce("NATIONAL", "US", "2025-06-01T00:00:00Z")).isSameAs(american);
  }

  @Test
  void beforeTheFirstPolicyAndUnderAnUnknownRegimeNoneIsInForce() {
    assertThatThrownBy(() -> inForce("MLAT", "DE", "2023-12-31T23:59:59Z"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2023-12-31")
        .hasMessageContaining("2024-01-01");
    assertThatThrownBy(() -> inForce("LUNAR", "DE", "2026-12-31T23:59:59Z"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LUNAR");
  }

  @Test
  void policiesThatOverlapAreRefused() {
    // Given
    Policy ending = policy("ending", "2024-01-01\neffectiveUntil: 2025-01-01", EVERYTHING);
    Policy same = policy("same", "2025-01-01", "[{regime: MLAT}, {regime: NATIONAL}]");

    // Then
    assertThat(Coverage.faults(List.of(ending, same)))
        .contains(
            "ending and same both govern MLAT on 2025-01-01",
            "ending and same both govern NATIONAL on 2025-01-01");
    assertThat(Coverage.faults(List.of(older, newer, same)))
        .containsExactly("newer and same both govern NATIONAL on 2025-01-01");
    assertThat(
            Coverage.faults(
                List.of(
                    older,
                    american,
                    policy("other", "2025-06-01", "[{regime: NATIONAL, countries: [FR, US]}]"))))
        .containsExactly("american and other both govern NATIONAL of US on 2025-06-01");
  }

  @Test
  void timesThatNoPolicyCoversAreRefused() {
    // Given
    Policy ending = policy("ending", "2024-01-01\neffectiveUntil: 2024-12-31", EVERYTHING);
    Policy late = policy("late", "2025-02-01", "[{regime: NATIONAL}]");

    // When
    List<String> faults = Coverage.faults(List.of(late, ending));

    // Then
    assertThat(faults)
        .containsExactly(
            "no policy governs CLOUD_ACT from 2025-01-01 on",
            "no policy governs EU_E_EVIDENCE from 2025-01-01 on",
            "no policy governs MLAT from 2025-01-01 on",
            "no policy governs NATIONAL from 2025-01-01 until 2025-01-31");
    assertThatThrownBy(() -> Policies.of(List.of(newer)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no policy governs MLAT");
  }

  @Test
  void aCaseIsDecidedUnderThePolicyThatAnalysedIt() {
    assertThat(decides(older.reference(), "2025-06-01T00:00:00Z")).isSameAs(older);
  }

  @Test
  void ifThatPolicyIsGoneTheOneInForceAtReceiptDecides() {
    assertThat(decides(new PolicyReference("newer", "another digest"), "2024-06-01T00:00:00Z"))
        .isSameAs(older);
  }

  @Test
  void dataIsHeldForMonthsOfTheCalendar() {
    assertThat(older.heldSince(Instant.parse("2024-02-29T10:00:00Z")))
        .isEqualTo(Instant.parse("2023-02-28T10:00:00Z"));
  }

  private Policy inForce(String regime, String country, String receivedAt) {
    return policies.inForce(regime, country, Instant.parse(receivedAt));
  }

  private Policy decides(PolicyReference reference, String receivedAt) {
    return policies.forDecision(reference, "NATIONAL", "DE", Instant.parse(receivedAt));
  }

  private static Policy policy(String id, String effectiveFrom, String governs) {
    String document =
        Shipped.PLAIN
                .replace("id: test", "id: " + id)
                .replace("2024-01-01", effectiveFrom)
                .replace(EVERYTHING, governs)
            + """
              - id: anything
                applies: request
                when: suspectConfirmed
                severity: NOTE
                citation: house rule
                sentence: It is so.
                examples:
                  - {facts: {suspectConfirmed: true}, expect: FIRES}
                  - {facts: {suspectConfirmed: false}, expect: SILENT}
            """;
    return PolicyDocument.read("test.yaml", document.getBytes(StandardCharsets.UTF_8));
  }
}
