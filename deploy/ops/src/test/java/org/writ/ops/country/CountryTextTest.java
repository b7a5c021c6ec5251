package org.writ.ops.country;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class CountryTextTest {

  private static final String PLAIN =
      """
      {"escalation":false,"refusedOffences":[],"withoutDualCriminality":[],"mostPeriodDays":null,
       "mostItems":null,"refused":false,"reason":""}\
      """;

  private static final String STRICT =
      """
      {"escalation":true,"refusedOffences":["SPEECH","FRAUD"],"withoutDualCriminality":["OTHER"],
       "mostPeriodDays":90,"mostItems":5,"refused":true,"reason":"Opinions."}\
      """;

  @Test
  void listTellsWhatCountsAndThatSomethingWaits() {
    // Given
    var country = country(0, PLAIN, STRICT);

    // When
    String line = CountryText.entry(country);

    // Then
    assertThat(line).isEqualTo("TR  edition 0: as the policy says  (waits for a second person)");
  }

  @Test
  void aCountryShowsWhatCountsWhatIsProposedAndItsHistory() {
    // Given
    var country = country(1, STRICT, PLAIN);

    // When
    var lines = CountryText.country(country);

    // Then
    assertThat(lines)
        .containsExactly(
            "TR  edition 1",
            "  counts: everything is refused, escalated, refused SPEECH FRAUD, no offence elsewhere"
                + " OTHER, narrow beyond 90 days, narrow beyond 5 accounts; “Opinions.”",
            "  proposed by 7: as the policy says",
            "  2026-11-21T00:00:00Z  proposed               ops:1",
            "  2026-11-22T00:00:00Z  confirmed, edition 1   ops:2");
  }

  private static JsonNode country(int edition, String counting, String proposed) {
    return json(
        """
        {"country":"TR","edition":%d,"safeguards":%s,"proposed":%s,"proposedBy":"7",
         "history":[{"edition":null,"at":"2026-11-21T00:00:00Z","actor":"ops:1"},
          {"edition":1,"at":"2026-11-22T00:00:00Z","actor":"ops:2"}]}
        """
            .formatted(edition, counting, proposed));
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
