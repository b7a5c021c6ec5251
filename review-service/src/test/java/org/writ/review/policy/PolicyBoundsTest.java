package org.writ.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.writ.review.policy.SoundPolicy.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.Finding;

/**
 * What a policy may say at most, and that the most it may say holds nothing up: the limits of time
 * are generous, for a busy machine.
 */
class PolicyBoundsTest {

  private static final String EXAMPLE = "      - {facts: {country: DE}, expect: FIRES}\n";

  @Test
  @Timeout(60)
  void tenThousandRulesAreRefusedByTheirNumber() {
    // Given
    String document = Shipped.PLAIN + requestRules(10_000);

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::said)
        .containsExactly("/rules must be an array of 1 to 1000 elements");
  }

  @Test
  void tooManyRulesAboutItemsAreRefused() {
    // Given
    String document = Shipped.PLAIN + itemRules(PolicyBounds.OF_NEW.itemRules() + 1);

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::said)
        .containsExactly("/rules must have at most 50 that apply to items, not 51");
  }

  @Test
  void tooManyExamplesAreRefused() {
    // Given
    String document =
        Shipped.PLAIN
            + requestRules(1).replace(EXAMPLE, String.join("", Collections.nCopies(20, EXAMPLE)));

    // When
    InvalidPolicy refusal = catchThrowableOfType(InvalidPolicy.class, () -> read(document));

    // Then
    assertThat(refusal.faults())
        .extracting(PolicyFault::said)
        .containsExactly("rule request-1: /examples must be an array of 1 to 20 elements");
  }

  static Stream<String> beyond() {
    return Stream.of(
        requestRules(PolicyBounds.OF_NEW.rules() + 1),
        itemRules(PolicyBounds.OF_NEW.itemRules() + 1),
        requestRules(1).replace(EXAMPLE, EXAMPLE.repeat(PolicyBounds.OF_NEW.examples())));
  }

  @ParameterizedTest
  @MethodSource("beyond")
  @Timeout(60)
  void whatTheLogHoldsIsReadBeyondBoundsThatCameLater(String rules) {
    // Given
    byte[] document = (Shipped.PLAIN + rules).getBytes(StandardCharsets.UTF_8);

    // When
    Policy policy = PolicyDocument.readHeld("policy test", document);

    // Then
    assertThat(policy.rules()).isNotEmpty();
    assertThatThrownBy(() -> PolicyDocument.read("proposed", document))
        .isInstanceOf(InvalidPolicy.class);
  }

  @Test
  @Timeout(60)
  void aRequestOfAThousandItemsIsAnalysedUnderAsManyRulesAsThereMayBe() {
    // Given
    Policy policy = read(mostRules());

    // When
    List<Finding> findings = Shipped.analysis(policy, request(LegalAnalysis.MOST_SINGLE_ITEMS));

    // Then
    assertThat(findings)
        .hasSize(
            (PolicyBounds.OF_NEW.rules() - PolicyBounds.OF_NEW.itemRules())
                + LegalAnalysis.MOST_SINGLE_ITEMS);
  }

  @Test
  @Timeout(120)
  void tenThousandItemsOfWhichEachDiffersAreAnalysedUnderAsManyRulesAsThereMayBe() {
    // Given
    Policy policy = read(mostRules());

    // When
    List<Finding> findings = Shipped.analysis(policy, request(10_000));

    // Then
    assertThat(findings)
        .filteredOn(finding -> finding.getRule().equals("item-1"))
        .extracting(Finding::getSentence)
        .containsExactly("10000 of 10000 items: It is so.");
  }

  /** Every rule about requests fires, and the first one about items. */
  private static String mostRules() {
    return Shipped.PLAIN
        + requestRules(PolicyBounds.OF_NEW.rules() - PolicyBounds.OF_NEW.itemRules())
        + itemRules(PolicyBounds.OF_NEW.itemRules());
  }

  private static String requestRules(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                rule(
                    "request-" + number,
                    "request",
                    "country == 'DE'",
                    EXAMPLE + "      - {facts: {country: FR}, expect: SILENT}\n"))
        .collect(Collectors.joining());
  }

  private static String itemRules(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                rule(
                    "item-" + number,
                    "item",
                    number == 1
                        ? "dataTypes.exists(type, type == 'PHONE_NUMBER')"
                        : "dataTypes.exists(type, type == 'DEVICE')",
                    "      - {facts: {dataTypes: [PHONE_NUMBER, DEVICE]}, expect: FIRES}\n"
                        + "      - {facts: {dataTypes: [IP_ADDRESS]}, expect: SILENT}\n"))
        .collect(Collectors.joining());
  }

  private static String rule(String id, String scope, String when, String examples) {
    return """
      - id: %s
        applies: %s
        when: "%s"
        severity: NOTE
        citation: c
        sentence: It is so.
        examples:
    """
            .formatted(id, scope, when)
        + examples;
  }

  /** A request of items of which each is about another period. */
  private static RequestSubmitted request(int items) {
    Instant from = Instant.parse("2026-05-01T00:00:00Z");
    List<RequestedItem> different =
        IntStream.range(0, items)
            .mapToObj(
                number ->
                    Requests.item("item-" + number)
                        .setFrom(from.plus(Duration.ofSeconds(number)))
                        .build())
            .toList();
    return Requests.sound().setItems(different).build();
  }
}
