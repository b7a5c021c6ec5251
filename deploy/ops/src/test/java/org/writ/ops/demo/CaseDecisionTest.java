package org.writ.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseDecisionTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void approvesWhatTheDisclosedTypesAllow() throws IOException {
    // Given
    JsonNode file =
        JSON.readTree(
            """
            {"findings":[{"severity":"NOTE","ground":"OVERBROAD"}],
             "items":[{"itemId":"a","dataTypes":["CONTENT","IP_ADDRESS"]}]}
            """);

    // When
    JsonNode item = JSON.readTree(CaseDecision.of(file)).path("items").path(0);

    // Then
    assertThat(item.path("outcome").asText()).isEqualTo("APPROVE");
    assertThat(item.path("dataTypes").toString()).isEqualTo("[\"IP_ADDRESS\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLOCKING", "SECOND_PERSON"})
  void refusesEverythingOnAFindingAboutTheWholeRequest(String severity) throws IOException {
    // Given
    JsonNode file =
        JSON.readTree(
            """
            {"findings":[{"severity":"%s","ground":"NO_SUSPECT","sentence":"None."}],
             "items":[{"itemId":"a","dataTypes":["IP_ADDRESS"]},{"itemId":"b","dataTypes":["IP_ADDRESS"]}]}
            """
                .formatted(severity));

    // When
    JsonNode items = JSON.readTree(CaseDecision.of(file)).path("items");

    // Then
    assertThat(items).hasSize(2);
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.path("outcome").asText()).isEqualTo("REFUSE");
              assertThat(item.path("ground").asText()).isEqualTo("NO_SUSPECT");
            });
  }

  @Test
  void refusesAnEmergencyBecauseNobodyCalledBack() throws IOException {
    // Given
    JsonNode file =
        JSON.readTree(
            """
            {"process":"EMERGENCY","findings":[{"severity":"SECOND_PERSON"}],
             "items":[{"itemId":"a","dataTypes":["IP_ADDRESS"]}]}
            """);

    // When
    JsonNode item = JSON.readTree(CaseDecision.of(file)).path("items").path(0);

    // Then
    assertThat(item.path("outcome").asText()).isEqualTo("REFUSE");
    assertThat(item.path("ground").asText()).isEqualTo("SUSPECTED_FORGERY");
  }

  @Test
  void refusesOnlyTheItemThatAFindingIsAbout() throws IOException {
    // Given
    JsonNode file =
        JSON.readTree(
            """
            {"findings":[{"severity":"BLOCKING","ground":"DATA_TYPE_NOT_DISCLOSED","sentence":"No.","itemId":"a"}],
             "items":[{"itemId":"a","dataTypes":["CONTENT"]},{"itemId":"b","dataTypes":["PHONE_NUMBER"]}]}
            """);

    // When
    JsonNode items = JSON.readTree(CaseDecision.of(file)).path("items");

    // Then
    assertThat(items.path(0).path("outcome").asText()).isEqualTo("REFUSE");
    assertThat(items.path(1).path("outcome").asText()).isEqualTo("APPROVE");
  }
}
