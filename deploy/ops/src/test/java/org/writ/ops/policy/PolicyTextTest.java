package org.writ.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

  @Test
  void listTellsHowAPolicyStandsAndWhatItGoverns() {
    // Given
    var policy =
        json(
            """
            {"id":"us-sca","status":"IN_FORCE","effectiveFrom":"2026-11-22","effectiveUntil":"2027-01-01",
             "governs":[{"regime":"CLOUD_ACT","countries":[]},{"regime":"NATIONAL","countries":["US","GU"]}]}
            """);

    // When
    String line = PolicyText.entry(policy);

    // Then
    assertThat(line)
        .isEqualTo(
            "us-sca                   IN_FORCE   from 2026-11-22 until 2027-01-01  CLOUD_ACT,"
                + " NATIONAL (GU US)");
  }

  @Test
  void aDraftIsShownWithItsHistoryAndDocument() {
    // Given
    var policy =
        json(
            """
            {"id":"d","digest":"ab","status":"DRAFT","effectiveFrom":"2027-01-01","effectiveUntil":null,"governs":null,
             "document":"id: d\\nheldFor: P1Y\\n",
             "history":[{"type":"PolicyProposed","at":"2026-11-21T00:00:00Z","actor":"ops:1","digest":"ab"}]}
            """);

    // When
    var lines = PolicyText.policy(policy);

    // Then
    assertThat(lines)
        .containsExactly(
            "d                        DRAFT      from 2027-01-01  what its document says",
            "  digest ab",
            "  2026-11-21T00:00:00Z  PolicyProposed  ops:1  ab",
            "",
            "id: d",
            "heldFor: P1Y");
  }

  @Test
  void everyFaultIsPrintedWithItsLineAndRule() {
    // Given
    var problem =
        json(
            """
            {"status":422,"errors":[{"pointer":"line 4","detail":"/heldFor must be a period"},
             {"pointer":"line 26","detail":"rule suspect: /ground NO_REASON is none of the policy's grounds"}]}
            """);

    // When
    var lines = PolicyText.faults("new.yaml", problem);

    // Then
    assertThat(lines)
        .containsExactly(
            "new.yaml, line 4: /heldFor must be a period",
            "new.yaml, line 26: rule suspect: /ground NO_REASON is none of the policy's grounds",
            "2 fault(s): nothing is proposed.");
  }

  @Test
  void totalsAreToldByCountryAndRuleAndOnlyOnce() {
    // Given
    var first =
        json(
            """
            {"policy":"d","digest":"ab","from":"2026-07-01T00:00:00Z","to":"2026-10-01T00:00:00Z",
             "totals":{"cases":12,"changed":3,"outside":5,
              "countries":[{"country":"IN","cases":12,"changed":3,"rules":[{"rule":"many","added":3,"removed":1}]}]}}
            """);

    // When
    var lines = PolicyText.totals(first);

    // Then
    assertThat(lines)
        .containsExactly(
            "d (ab) over 2026-07-01T00:00:00Z to 2026-10-01T00:00:00Z: 3 of 12 cases change; 5 are"
                + " outside what it governs.",
            "  IN  3 of 12 cases change",
            "      many                                     +3 -1");
    assertThat(PolicyText.totals(json("{\"totals\":null}"))).isEmpty();
  }

  @Test
  void casesThatARuleHasNoAnswerForAreTold() {
    // Given
    var page =
        json(
            """
            {"policy":"d","digest":"ab","from":"2026-07-01T00:00:00Z","to":"2026-10-01T00:00:00Z",
             "totals":{"cases":12,"changed":0,"outside":5,"unanswered":2,
              "countries":[{"country":"IN","cases":12,"changed":0,
               "rules":[{"rule":"many","added":0,"removed":0,"unanswered":2}]}]}}
            """);

    // When
    var lines = PolicyText.totals(page);

    // Then
    assertThat(lines)
        .contains(
            "2 cases cannot be analysed: a rule has no answer for them.",
            "      many                                     +0 -0, no answer for 2");
  }

  @Test
  void aChangedCaseTellsWhatIsAddedAndRemoved() {
    // Given
    var changed =
        json(
            """
            {"caseId":"c","country":"IN","process":"COURT_ORDER","receivedAt":"2026-07-01T00:00:00Z","policy":"old",
             "outcome":"APPROVED","added":[{"rule":"many","severity":"BLOCKING","ground":"OVERBROAD","itemId":"i"}],
             "addedCount":3,"removed":[{"rule":"few","severity":"NOTE","ground":null,"itemId":null}],"removedCount":1}
            """);

    // When
    String text = PolicyText.changed(changed);

    // Then
    assertThat(text.lines())
        .containsExactly(
            "c  2026-07-01T00:00:00Z  IN COURT_ORDER, analysed under old, APPROVED",
            "      + BLOCKING many, OVERBROAD, item i",
            "      + and 2 more",
            "      - NOTE few");
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
