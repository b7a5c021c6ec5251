package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.writ.review.casework.DecisionBodies.approve;
import static org.writ.review.casework.DecisionBodies.read;
import static org.writ.review.casework.DecisionBodies.refuse;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.OverrideReason;
import org.writ.events.review.Severity;
import org.writ.review.casework.CaseState.Claimed;

class OverridingTest {

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
  private static final String APPROVE_1 = approve("item-1", "IP_ADDRESS", "PHONE_NUMBER");
  private static final String REFUSE_2 = refuse("item-2", "OVERBROAD");

  @Test
  void anOverriddenRuleBlocksNothingAndItsReasonIsSealed() {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(1), Severity.BLOCKING, "item-1");

    // When
    NewEvent event = decide(opened, overriding(APPROVE_1, "a-rule"));

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
    assertThat(decided.getOverrides()).containsExactly("a-rule");
    assertThat(event.personal())
        .isInstanceOfSatisfying(
            DecisionDetails.class,
            details ->
                assertThat(details.getOverrides())
                    .containsExactly(new OverrideReason("a-rule", "because")));
  }

  @ParameterizedTest
  @CsvSource({
    "item-1, another-rule, is the rule of no blocking finding of this case",
    "item-2, a-rule, stands against nothing that is approved"
  })
  void anOverrideOfWhatBlocksNothingIsRefused(String blocked, String rule, String fault) {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(2), Severity.BLOCKING, blocked);

    // When
    InvalidDecision refusal = refusal(opened, overriding(APPROVE_1 + "," + REFUSE_2, rule));

    // Then
    assertThat(faults(refusal)).containsExactly("/overrides/0/rule " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "7| /overrides must be an array",
        "[7]| /overrides/0 must be an object",
        "[{\"rule\":\"a-rule\"}]| /overrides/0/reason is required",
        "[{\"rule\":\"a-rule\",\"reason\":\"\"}]| /overrides/0/reason",
        "[{\"reason\":\"because\"}]| /overrides/0/rule is required",
        "[{\"rule\":\"a-rule\",\"reason\":\"x\",\"by\":\"me\"}]| /overrides/0/by is not known",
        "[{\"rule\":\"a-rule\",\"reason\":\"x\"},{\"rule\":\"a-rule\",\"reason\":\"y\"}]"
            + "| /overrides/1/rule is overridden twice"
      })
  void aFaultOfAnOverrideIsNamedByItsPointer(String overrides, String fault) {
    // Given
    CaseOpened opened = Cases.with(Cases.opened(1), Severity.BLOCKING, null);

    // When
    InvalidDecision refusal =
        refusal(opened, "{\"items\":[%s],\"overrides\":%s}".formatted(APPROVE_1, overrides));

    // Then
    assertThat(faults(refusal)).anySatisfy(found -> assertThat(found).startsWith(fault));
  }

  private static String overriding(String items, String rule) {
    return "{\"items\":[%s],\"overrides\":[{\"rule\":\"%s\",\"reason\":\"because\"}]}"
        .formatted(items, rule);
  }

  private static NewEvent decide(CaseOpened opened, String body) {
    return Deciding.decide(
        Cases.standing(new Claimed("sofia", NOW.plusSeconds(1))),
        opened,
        false,
        Cases.details(opened.getItems().size()),
        Cases.POLICY,
        read(body),
        "sofia",
        NOW);
  }

  private static InvalidDecision refusal(CaseOpened opened, String body) {
    return catchThrowableOfType(InvalidDecision.class, () -> decide(opened, body));
  }

  private static List<String> faults(InvalidDecision refusal) {
    return refusal.faults().stream().map(f -> f.pointer() + " " + f.detail()).toList();
  }
}
