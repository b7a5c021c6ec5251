package org.writ.review.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.jurisdiction.Jurisdiction;
import org.writ.review.policy.Policy;
import org.writ.review.policy.Requests;
import org.writ.review.policy.Shipped;

/** As many items as a request may have: 50,000. */
class ManyItemsTest {

  private static final int MANY = 50_000;

  /** Largest event that the topics take, in bytes. */
  private static final int LARGEST_EVENT = 32 * 1024 * 1024;

  /** Longest body of a decision, in bytes: writ.decisions.large.max-size. */
  private static final int LONGEST_BODY = 24 * 1024 * 1024;

  /** Sealed parts that are kept in a MEDIUMBLOB. */
  private static final int LARGEST_SEALED = 16 * 1024 * 1024 - 1;

  /** As long as a user name may be. */
  private static final String LONGEST_IDENTIFIER = "x".repeat(64);

  /** All that the policies disclose, as a reviewer's program writes it who minds no white space. */
  private static final String SPACIOUS =
      """
      {
        "itemId": "%s",
        "outcome": "APPROVE",
        "dataTypes": [
          "IP_ADDRESS",
          "PHONE_NUMBER"
        ],
        "from": "2026-05-01T00:00:00.000Z",
        "to": "2026-11-01T00:00:00.000Z",
        "ground": null,
        "explanation": null
      }\
      """;

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");

  @Test
  void aCaseOfManyItemsThatEachHaveFindingsFitsInAnEvent() throws IOException {
    // Given: every other item is blocked, and every one has three notes; that they are many is a
    // fourth
    List<RequestedItem> items =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    Requests.item(new UUID(1, i).toString())
                        .setIdentifierType("IP_ADDRESS")
                        .setDataTypes(
                            i % 2 == 0 ? List.of("CONTENT") : List.of("CONTENT", "IP_ADDRESS"))
                        .setFrom(null)
                        .build())
            .toList();

    // When
    CaseOpened opened = Cases.opened(Requests.sound().setItems(items).build());

    // Then
    assertThat(opened.getItems()).hasSize(MANY);
    assertThat(opened.getFindings()).hasSize(MANY / 2 + 4);
    int sealed = details(opened).toByteBuffer().remaining();
    assertThat(sealed).isLessThan(LARGEST_SEALED);
    assertThat(opened.toByteBuffer().remaining() + sealed).isLessThan(LARGEST_EVENT);
  }

  @Test
  void aCaseThatManyRulesBlockInNearlyAllItemsFitsInAnEvent() throws IOException {
    // Given: of 50,000 items one asks for what is disclosed, under every policy that is shipped
    List<RequestedItem> items =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    Requests.item(new UUID(1, i).toString())
                        .setIdentifierType("IP_ADDRESS")
                        .setDataTypes(i == 0 ? List.of("IP_ADDRESS") : List.of("CONTENT"))
                        .setFrom(null)
                        .setTo(null)
                        .build())
            .toList();
    RequestSubmitted request = Requests.sound().setItems(items).build();

    for (Policy policy : Shipped.POLICIES.all()) {
      // When
      CaseOpened opened =
          OpenCase.decide(policy, Jurisdiction.plain(request.getCountry()), request);

      // Then
      int sealed = details(opened).toByteBuffer().remaining();
      assertThat(opened.toByteBuffer().remaining() + sealed).isLessThan(LARGEST_EVENT);
    }
  }

  @Test
  void manyItemsAreDecidedOneByOne() {
    // Given
    CaseOpened opened = opened();
    String body =
        opened.getItems().stream()
            .map(item -> SPACIOUS.formatted(item.getItemId()))
            .collect(Collectors.joining(",\n", "{\"items\":[", "]}"));

    // When
    NewEvent event =
        Deciding.decide(
            Cases.standing(new Claimed("rita", NOW.plusSeconds(1))),
            opened,
            false,
            details(opened),
            Cases.POLICY,
            DecisionBodies.read(body),
            "rita",
            NOW);

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
    assertThat(decided.getItems()).hasSize(MANY);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(LONGEST_BODY);
  }

  @Test
  void theLongestDecisionFitsInAnEvent() throws IOException {
    // Given: as many reasons as the longest body has room for, and each item with all there is
    CaseOpened opened = opened();
    String item =
        DecisionBodies.approve("%s", "IP_ADDRESS", "PHONE_NUMBER")
            .replace("}", ",\"explanation\":\"%s\"}");
    int room = LONGEST_BODY / MANY - item.length() - 36;
    String body =
        opened.getItems().stream()
            .map(asked -> item.formatted(asked.getItemId(), "x".repeat(room)))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    assertThat(body.length()).isBetween(LONGEST_BODY - 10 * MANY, LONGEST_BODY);

    // When
    NewEvent event =
        Deciding.decide(
            Cases.standing(new Claimed("rita", NOW.plusSeconds(1))),
            opened,
            false,
            details(opened),
            Cases.POLICY,
            DecisionBodies.read(body),
            "rita",
            NOW);

    // Then
    int open = encoded((CaseDecided) event.data());
    int sealed = ((DecisionDetails) requireNonNull(event.personal())).toByteBuffer().remaining();
    assertThat(open + sealed).isLessThan(LARGEST_EVENT);
  }

  private static CaseOpened opened() {
    return Cases.opened(
        Requests.sound()
            .setItems(
                IntStream.range(0, MANY)
                    .mapToObj(i -> Requests.item(new UUID(1, i).toString()).build())
                    .toList())
            .build());
  }

  private static int encoded(CaseDecided decided) {
    try {
      return decided.toByteBuffer().remaining();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseDetails details(CaseOpened opened) {
    return CaseDetails.newBuilder(Cases.details(1))
        .setIdentifiers(
            opened.getItems().stream()
                .map(item -> new CaseIdentifier(item.getItemId(), LONGEST_IDENTIFIER))
                .toList())
        .build();
  }
}
