package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.eventlog.Event;
import org.writ.events.Topic;
import org.writ.events.disclosure.PreservationProlonged;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Review;

/** An order to keep data: a copy is put aside for its time, extended once, and given to nobody. */
@ExtendWith(RunningSystem.class)
class PreservationIT {

  private static final Duration TERM = Duration.ofDays(90);

  private final Journey agency = new Journey("agency-de");
  private final Review rita = RunningSystem.review(RunningSystem.person("rita"));

  @Test
  void itIsKeptForItsTimeAndExtendedOnce() {
    // Given
    long before = preserved();
    Instant submitted = Instant.now();
    String id = submit("+4915100000001");
    Journey.approve(rita, id);

    // When
    JsonNode kept = agency.awaitStatus(id, "PRESERVED");
    Answer first = agency.intake().extend(id).require(200);
    Answer second = agency.intake().extend(id);

    // Then
    Instant until = Instant.parse(kept.path("preservedUntil").asText());
    assertThat(until)
        .isBetween(submitted.plus(TERM), Instant.now().plus(TERM).plus(RunningSystem.PATIENCE));
    assertThat(first.json().path("preservedUntil").asText()).isEqualTo(until.plus(TERM).toString());
    assertThat(second.status()).isEqualTo(409);
    JsonNode seen = agency.intake().request(id).require(200).json();
    assertThat(seen.path("status").asText()).isEqualTo("PRESERVED");
    assertThat(seen.path("preservedUntil").asText()).isEqualTo(until.plus(TERM).toString());
    assertThat(seen.has("delivery")).isFalse();
    assertThat(prolongedUntil(id)).isEqualTo(until.plus(TERM));
    await().atMost(RunningSystem.PATIENCE).until(() -> preserved() > before);
  }

  @Test
  void whereNothingIsHeldNothingIsKept() {
    // Given
    String id = submit("+4915199999999");

    // When
    Journey.approve(rita, id);

    // Then
    JsonNode seen = agency.awaitStatus(id, "NO_DATA");
    assertThat(seen.path("items").path(0).path("ground").isNull()).isTrue();
    assertThat(agency.intake().extend(id).status()).isEqualTo(409);
  }

  @Test
  void anOrderThatIsTakenBackEndsIt() {
    // Given
    String id = submit("+4915100000001");
    Journey.approve(rita, id);
    agency.awaitStatus(id, "PRESERVED");

    // When
    agency.intake().withdraw(id).require(200, 202);

    // Then
    agency.awaitStatus(id, "WITHDRAWN");
    awaitEvent(id, "PreservationWithdrawn");
  }

  private String submit(String number) {
    return agency
        .intake()
        .submit(
            UUID.randomUUID().toString(),
            Journey.order("AZ P " + UUID.randomUUID())
                .replace("COURT_ORDER", "PRESERVATION_ORDER")
                .replace("+4915100000001", number))
        .require(202)
        .json()
        .path("id")
        .asText();
  }

  private static void awaitEvent(String id, String type) {
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(
            () ->
                RunningSystem.log().about(Topic.DISCLOSURE_DELIVERIES, id).stream()
                    .anyMatch(logged -> logged.attributes().type().endsWith("." + type)));
  }

  private static Instant prolongedUntil(String id) {
    awaitEvent(id, "PreservationProlonged");
    return RunningSystem.log().events(Topic.DISCLOSURE_DELIVERIES).stream()
        .filter(event -> event.envelope().subject().equals(id))
        .map(Event::data)
        .filter(PreservationProlonged.class::isInstance)
        .map(data -> ((PreservationProlonged) data).getUntil())
        .findFirst()
        .orElseThrow();
  }

  private static long preserved() {
    return Periods.running().path("totals").path("preserved").asLong();
  }
}
