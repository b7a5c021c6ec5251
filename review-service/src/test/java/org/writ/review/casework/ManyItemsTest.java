package org.writ.review.casework;

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
import org.writ.events.intake.RequestedItem;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.review.casework.CaseState.Claimed;
import org.writ.review.policy.Requests;

/** As many items as a request may have: 50,000. */
class ManyItemsTest {

  private static final int MANY = 50_000;

  /** Largest event that the outbox takes, in bytes: a MEDIUMBLOB. */
  private static final int LARGEST_EVENT = 16 * 1024 * 1024 - 1;

  private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");

  @Test
  void aCaseOfManyItemsThatEachHaveFindingsFitsInAnEvent() throws IOException {
    // Given: every other item is blocked, and every one has three notes
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
    CaseOpened opened = OpenCase.decide(Cases.POLICY, Requests.sound().setItems(items).build());

    // Then
    assertThat(opened.getItems()).hasSize(MANY);
    assertThat(opened.getFindings()).hasSize(MANY / 2 + 3);
    int identifiers = MANY * 80;
    assertThat(opened.toByteBuffer().remaining() + identifiers).isLessThan(LARGEST_EVENT);
  }

  @Test
  void manyItemsAreDecidedOneByOne() {
    // Given
    CaseOpened opened = Cases.opened(MANY);
    String body =
        opened.getItems().stream()
            .map(item -> DecisionBodies.approve(item.getItemId(), "IP_ADDRESS", "PHONE_NUMBER"))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));

    // When
    NewEvent event =
        Deciding.decide(
            Cases.standing(new Claimed("rita", NOW.plusSeconds(1))),
            opened,
            details(opened),
            Cases.POLICY,
            DecisionBodies.read(body),
            "rita",
            NOW);

    // Then
    CaseDecided decided = (CaseDecided) event.data();
    assertThat(decided.getOutcome()).isEqualTo(CaseOutcome.APPROVED);
    assertThat(decided.getItems()).hasSize(MANY);
    assertThat(encoded(decided)).isLessThan(LARGEST_EVENT);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(10 * 1024 * 1024);
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
                .map(item -> new CaseIdentifier(item.getItemId(), "+4915100000001"))
                .toList())
        .build();
  }
}
