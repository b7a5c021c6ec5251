package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that have no answer for some request are found before they count. */
class BoundaryFactsTest {

  private static final int MOST = PolicyBounds.OF_NEW.trials();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REQUEST | 100 / accountAgeDays > 3 | accountAgeDays 0",
        "REQUEST | 100 / (accountAgeDays - 30) > 3 | accountAgeDays 30",
        "REQUEST | process == 'EMERGENCY' && 100 / accountAgeDays > 3"
            + " | process EMERGENCY, accountAgeDays 0",
        "REQUEST | process == 'EMERGENCY' && domainOnFile && 100 / domainAgeDays > 3 && firstOfSender"
            + " | process EMERGENCY, domainOnFile true, domainAgeDays 0",
        "REQUEST | itemCount * itemCount * itemCount > 3 | itemCount 10000000",
        "REQUEST | int(country) > 3 | country (empty)",
        "REQUEST | orderable[0] == 'IP_ADDRESS' | orderable (empty)",
        "REQUEST | validUntil - issuedOn > duration('24h') | issuedOn 1970-01-01, validUntil 9999",
        "ITEM | dataTypes[1] == 'IP_ADDRESS' | dataTypes A_WORD_OF_TOMORROW",
        "ITEM | identifierType == 'USERNAME' && 100 / periodDays > 3"
            + " | identifierType USERNAME, periodDays 0"
      })
  void whatHasNoAnswerIsFoundWithTheFactsOfThatRequest(
      Scope scope, String condition, String facts) {
    assertThat(BoundaryFacts.withoutAnswer(Condition.compile(scope, condition), scope, MOST))
        .hasValueSatisfying(
            fault -> assertThat(fault).startsWith("has no answer for ").contains(facts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accountAgeDays > 0 && 100 / accountAgeDays > 3",
        "accountAgeDays == 0 ? suspectConfirmed : 100 / accountAgeDays > 3",
        "100 * itemCount / mostItems > 150",
        "periodDays * 100 / mostPeriodDays > 150",
        "noticeDelayDays * 100 / noticeDelayMostDays > 150",
        "emergencyFactsGiven && (domainOnFile ? domainAgeDays : 7) < 90",
        "validUntilGiven && validUntil - issuedOn > duration('24h')",
        "dataTypes[0] == 'IP_ADDRESS'",
        "dataTypes.exists_one(type, type in disclosable)",
        "to - from > duration('24h')",
        "'X' in ['Y', country]",
        "true"
      })
  void whatHasAnAnswerForEveryRequestIsTaken(String condition) {
    assertThat(
            BoundaryFacts.withoutAnswer(Condition.compile(Scope.ITEM, condition), Scope.ITEM, MOST))
        .isEmpty();
  }

  @Test
  void ofManyFactsAChoiceIsTriedAndAlwaysTheSame() {
    // Given: more combinations than are tried
    Condition condition =
        Condition.compile(
            Scope.REQUEST,
            "country == 'DE' || regime == 'MLAT' || process == 'SUBPOENA' || channel == 'API'"
                + " || offenceCategory == 'FRAUD' || 100 / itemCount > 200 || 100 / orderAgeDays > 3");

    // When
    var first = BoundaryFacts.withoutAnswer(condition, Scope.REQUEST, MOST);
    var second = BoundaryFacts.withoutAnswer(condition, Scope.REQUEST, MOST);

    // Then
    assertThat(first).isPresent().isEqualTo(second);
  }

  @Test
  void whatTheLogHoldsIsReadWhetherOrNotItHasAnAnswerForEveryRequest() {
    // Given
    byte[] document =
        SoundPolicy.TEXT
            .replace("!suspectConfirmed", "!suspectConfirmed && 100 / accountAgeDays > 3")
            .replace("suspectConfirmed: false}", "suspectConfirmed: false, accountAgeDays: 9}")
            .replace("suspectConfirmed: true}", "suspectConfirmed: true, accountAgeDays: 9}")
            .getBytes(StandardCharsets.UTF_8);

    // When
    Policy policy = PolicyDocument.readHeld("policy test", document);

    // Then
    assertThat(policy.rules()).hasSize(1);
  }
}
