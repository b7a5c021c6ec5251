package org.writ.ops.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.ops.ledger.Ledger.Proof;
import org.writ.ops.log.Logged;

class TrailTest {

  private static final String REQUEST = "01930000-0000-7000-8000-000000000001";

  @Test
  void putsAnEffectBehindItsCauseEvenIfItsClockIsAhead() {
    // Given
    Logged submitted = event(Topic.INTAKE_REQUESTS, 1, 1, "12:00:05Z", null);
    Logged opened = event(Topic.REVIEW_CASES, 2, 1, "12:00:04Z", submitted);
    Logged decided = event(Topic.REVIEW_CASES, 3, 2, "12:00:06Z", null);

    // When
    List<Logged> ordered = Trail.ordered(List.of(opened, decided, submitted));

    // Then
    assertThat(ordered).containsExactly(submitted, opened, decided);
  }

  @Test
  void keepsTheOrderOfATopicWithinAMillisecond() {
    // Given
    Logged first = event(Topic.REVIEW_CASES, 1, 1, "12:00:00Z", null);
    Logged second = event(Topic.REVIEW_CASES, 2, 2, "12:00:00Z", null);

    // When
    List<Logged> ordered = Trail.ordered(List.of(second, first));

    // Then
    assertThat(ordered).containsExactly(first, second);
  }

  @Test
  void tellsCauseAndProofOfEachStep() {
    // Given
    Logged submitted = event(Topic.INTAKE_REQUESTS, 1, 1, "12:00:00Z", null);
    Logged opened = event(Topic.REVIEW_CASES, 2, 1, "12:00:01Z", submitted);
    Trail trail =
        new Trail(
            REQUEST,
            Trail.Key.ERASED,
            List.of(
                new Step(submitted, new Proof.Proven(4, 9)),
                new Step(opened, new Proof.Pending())));

    // When
    String text = TrailText.of(trail);

    // Then
    assertThat(text)
        .contains("ERASED")
        .contains("✓ leaf 4 of 9")
        .contains("pending")
        .contains("because of step 1")
        .contains("2 steps, 1 proved");
    assertThat(TrailJson.of(trail)).contains("\"PROVEN\"").contains("\"PENDING\"");
  }

  @Test
  void aStepThatTheLedgerClaimsAndDoesNotProveMakesTheTrailRefuted() {
    Logged submitted = event(Topic.INTAKE_REQUESTS, 1, 1, "12:00:00Z", null);

    Trail trail =
        new Trail(
            REQUEST, Trail.Key.ISSUED, List.of(new Step(submitted, new Proof.Refuted("no way"))));

    assertThat(trail.isRefuted()).isTrue();
    assertThat(trail.isProven()).isFalse();
  }

  private static Logged event(
      Topic topic, int id, long sequence, String time, @Nullable Logged cause) {
    Envelope envelope =
        new Envelope(
            new UUID(7 << 12, id),
            "/writ/" + topic.owner(),
            "org.writ.events.Something",
            REQUEST,
            Instant.parse("2026-11-21T" + time),
            sequence,
            cause == null ? null : cause.attributes().id(),
            new Actor("service", topic.owner()));
    return new Logged(topic, 0, id, REQUEST, envelope, new EventDigest(new byte[32]));
  }
}
