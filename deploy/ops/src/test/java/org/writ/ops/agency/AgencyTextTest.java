package org.writ.ops.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AgencyTextTest {

  @Test
  void listTellsWhatWaitsForASecondOperator() {
    // Given
    var agency =
        json(
            """
            {"id":"agency-de","status":"INVITED","name":"Demo Police","country":"DE","pending":true}
            """);

    // When
    String line = AgencyText.entry(agency);

    // Then
    assertThat(line)
        .isEqualTo("agency-de            INVITED   DE  Demo Police  (waits for a second operator)");
  }

  @Test
  void fileShowsWhatCountsBesideWhatWaits() {
    // Given
    var agency =
        json(
            """
            {"id":"agency-de","status":"SUSPENDED",
             "suspension":{"reason":"LEGAL","at":"2026-11-22T00:00:00Z","reinstatementProposedBy":"ops:1"},
             "registration":{"name":"Demo Police","kind":"POLICE","country":"DE","domains":["a.example","b.example"],
               "clients":["agency-de"],"callBackPhone":"","endpoint":{"countryCode":"DE","uniqueIdentifier":"A"},
               "certificateSha256":"ab","proposedBy":"ops:1","proposedAt":"2026-11-21T00:00:00Z"},
             "pending":null,
             "certificates":[{"sha256":"ab","validFrom":"2026-01-01T00:00:00Z","validUntil":"2027-01-01T00:00:00Z"}],
             "officers":[{"account":"7","firstSeenAt":null,"blockedAt":"2026-11-22T00:00:00Z"}],
             "history":[{"step":"AgencyRegistered","at":"2026-11-21T00:00:00Z","actor":"ops:1"}]}
            """);

    // When
    var lines = AgencyText.file(agency);

    // Then
    assertThat(lines)
        .containsExactly(
            "agency-de  SUSPENDED",
            "  suspended 2026-11-22T00:00:00Z: LEGAL",
            "  its end is asked for by ops:1",
            "  counts: Demo Police, POLICE, DE; put on file 2026-11-21T00:00:00Z by ops:1",
            "    domains a.example, b.example; clients agency-de; call back none; HI-1 DE/A;"
                + " certificate ab",
            "  certificate ab valid 2026-01-01T00:00:00Z to 2027-01-01T00:00:00Z",
            "  acts for it: 7 since never, barred",
            "  2026-11-21T00:00:00Z  AgencyRegistered             ops:1");
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
