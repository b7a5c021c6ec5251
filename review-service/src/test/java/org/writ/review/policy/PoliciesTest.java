package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writ.events.review.PolicyReference;

class PoliciesTest {

  private final Policy older = policy("older", "2024-01-01");
  private final Policy newer = policy("newer", "2025-01-01");
  private final Policies policies = new Policies(List.of(newer, older));

  @Test
  void theNewestThatIsInEffectOnTheDayOfReceiptIsInForce() {
    assertThat(policies.inForce(Instant.parse("2024-12-31T23:59:59Z"))).isSameAs(older);
    assertThat(policies.inForce(Instant.parse("2025-01-01T00:00:00Z"))).isSameAs(newer);
  }

  @Test
  void beforeTheFirstPolicyNoneIsInForce() {
    assertThatThrownBy(() -> policies.inForce(Instant.parse("2023-12-31T23:59:59Z")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2023-12-31")
        .hasMessageContaining("2024-01-01");
  }

  @Test
  void aCaseIsDecidedUnderThePolicyThatAnalysedIt() {
    assertThat(policies.forDecision(older.reference(), Instant.parse("2025-06-01T00:00:00Z")))
        .isSameAs(older);
  }

  @Test
  void ifThatPolicyIsGoneTheOneInForceAtReceiptDecides() {
    // Given
    var gone = new PolicyReference("older", "another digest");

    // When
    Policy found = policies.forDecision(gone, Instant.parse("2024-06-01T00:00:00Z"));

    // Then
    assertThat(found).isSameAs(older);
  }

  @Test
  void dataIsHeldForMonthsOfTheCalendar() {
    assertThat(older.heldSince(Instant.parse("2024-02-29T10:00:00Z")))
        .isEqualTo(Instant.parse("2023-02-28T10:00:00Z"));
  }

  private static Policy policy(String id, String effectiveFrom) {
    return new Policy(
        id,
        id + "-digest",
        LocalDate.parse(effectiveFrom),
        Set.of("IP_ADDRESS"),
        Period.ofMonths(12),
        Map.of(),
        List.of());
  }
}
