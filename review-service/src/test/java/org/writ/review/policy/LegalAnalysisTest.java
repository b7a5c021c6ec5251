package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

class LegalAnalysisTest {

  @Test
  void findingsComeInTheOrderOfRulesAndOfItems() {
    // Given
    Policy policy = Shipped.nationalAt(Requests.RECEIVED_AT);
    RequestSubmitted request =
        Requests.sound()
            .setSuspectConfirmed(false)
            .setProcess("EMERGENCY")
            .setItems(
                List.of(
                    Requests.item("b").setFrom(null).setDataTypes(List.of("CONTENT")).build(),
                    Requests.item("a").setTo(null).build()))
            .build();

    // When
    List<Finding> findings = Shipped.analysis(policy, request);

    // Then
    assertThat(findings)
        .extracting(finding -> finding.getRule() + "/" + finding.getItemId())
        .containsExactly(
            "emergency-needs-an-order/null",
            "suspect-confirmed/null",
            "no-data-type-disclosed/b",
            "period-open/b",
            "period-open/a");
    assertThat(Shipped.analysis(policy, request)).isEqualTo(findings);
  }

  @Test
  void findingsAboutManyItemsAreToldOnceWithTheirNumber() {
    // Given
    Policy policy = Shipped.nationalAt(Requests.RECEIVED_AT);
    List<RequestedItem> items = new ArrayList<>(Requests.items(1_001));
    items.set(7, Requests.item("open").setFrom(null).build());
    items.set(9, Requests.item("content").setDataTypes(List.of("CONTENT")).build());
    items.set(11, Requests.item("both").setTo(null).setDataTypes(List.of("CONTENT")).build());

    // When
    List<Finding> findings = Shipped.analysis(policy, Requests.sound().setItems(items).build());

    // Then: what blocks stays with its items, so that the others can be approved
    assertThat(findings)
        .extracting(finding -> finding.getRule() + "/" + finding.getItemId())
        .containsExactly(
            "many-accounts/null",
            "no-data-type-disclosed/content",
            "no-data-type-disclosed/both",
            "period-open/null");
    assertThat(findings.getLast().getSentence()).startsWith("2 of 1001 items: The period is open");
  }

  @Test
  void itemsThatDifferInAnythingAreJudgedEachByItself() {
    // Given: a rule for each thing that an item says
    Policy policy =
        read(
            Shipped.PLAIN
                + note("name", "identifierType == 'USERNAME'", "identifierType: USERNAME")
                + note("types", "size(dataTypes) > 1", "dataTypes: [A, B]")
                + note("from", "!fromGiven", "fromGiven: false")
                + note("to", "!toGiven", "toGiven: false"));
    List<RequestedItem> items =
        List.of(
            plain("a").build(),
            plain("b").setIdentifierType("USERNAME").build(),
            plain("c").setDataTypes(List.of("IP_ADDRESS", "DEVICE")).build(),
            plain("d").setFrom(null).build(),
            plain("e").setTo(null).build(),
            plain("f").build());

    // When
    List<Finding> findings = Shipped.analysis(policy, Requests.sound().setItems(items).build());

    // Then
    assertThat(findings)
        .extracting(finding -> finding.getRule() + "/" + finding.getItemId())
        .containsExactly("name/b", "types/c", "from/d", "to/e");
  }

  private static String note(String id, String when, String firing) {
    return """
      - id: %s
        applies: item
        when: "%s"
        severity: NOTE
        citation: none
        sentence: It is so.
        examples:
          - {facts: {%s}, expect: FIRES}
          - {facts: {identifierType: IP_ADDRESS, dataTypes: [A], fromGiven: true, toGiven: true}, expect: SILENT}
    """
        .formatted(id, when, firing);
  }

  private static RequestedItem.Builder plain(String itemId) {
    return Requests.item(itemId).setDataTypes(List.of("IP_ADDRESS"));
  }

  @Test
  void whatBlocksAllOfManyItemsIsToldOnce() {
    // Given
    Policy policy = Shipped.nationalAt(Requests.RECEIVED_AT);
    List<RequestedItem> items =
        Requests.items(1_001).stream()
            .map(item -> RequestedItem.newBuilder(item).setDataTypes(List.of("CONTENT")).build())
            .toList();

    // When
    List<Finding> findings = Shipped.analysis(policy, Requests.sound().setItems(items).build());

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getSeverity() != Severity.NOTE)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getRule()).isEqualTo("no-data-type-disclosed");
              assertThat(finding.getSeverity()).isEqualTo(Severity.BLOCKING);
              assertThat(finding.getItemId()).isNull();
            });
  }

  @Test
  void aRuleWithoutAnAnswerFailsTheWholeAnalysisAndIsNamed() {
    // Given: the limit of iterations is reached only by a request with very many data types
    Policy policy =
        read(
            Shipped.PLAIN
                + """
                  - id: endless
                    applies: item
                    when: dataTypes.all(a, a != 'X')
                    severity: NOTE
                    citation: none
                    sentence: All are others.
                    examples:
                      - {facts: {dataTypes: [A, B]}, expect: FIRES}
                      - {facts: {dataTypes: [X]}, expect: SILENT}
                """);
    List<String> manyTypes = Collections.nCopies(Condition.MOST_ITERATIONS + 1, "A");
    RequestSubmitted request =
        Requests.sound()
            .setItems(List.of(Requests.item("item-1").setDataTypes(manyTypes).build()))
            .build();

    // When / Then
    assertThatThrownBy(() -> Shipped.analysis(policy, request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Policy test, rule endless")
        .hasMessageContaining("Iteration budget exceeded");
  }

  private static Policy read(String document) {
    return PolicyDocument.read("test.yaml", document.getBytes(StandardCharsets.UTF_8));
  }
}
