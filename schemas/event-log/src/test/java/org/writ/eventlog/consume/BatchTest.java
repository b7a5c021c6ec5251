package org.writ.eventlog.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.sample.Samples;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;

class BatchTest {

  private static Batch.Positioned event(long offset, String subject, long sequence) {
    var envelope =
        new Envelope(
            new UUID(0, offset),
            "/writ/review",
            "t",
            subject,
            Instant.EPOCH,
            sequence,
            null,
            Actor.service("review"));
    return new Batch.Positioned(
        offset,
        new Event(Topic.REVIEW_CASES, envelope, Samples.input(), new EventDigest(new byte[32])));
  }

  @Test
  void eventsThatFollowWhatWasAppliedAreApplied() {
    var events = List.of(event(0, "a", 3), event(1, "b", 1), event(2, "a", 4));

    Batch batch = Batch.of(events, Map.of("a", 2L), Set.of());

    assertThat(batch.apply()).isEqualTo(events);
    assertThat(batch.park()).isEmpty();
    assertThat(batch.sequences()).isEqualTo(Map.of("a", 4L, "b", 1L));
  }

  @Test
  void repeatedEventIsLeftOut() {
    Batch batch =
        Batch.of(
            List.of(event(0, "a", 2), event(1, "a", 3), event(2, "a", 3)),
            Map.of("a", 2L),
            Set.of());

    assertThat(batch.apply()).containsExactly(event(1, "a", 3));
    assertThat(batch.park()).isEmpty();
  }

  @Test
  void gapParksItsSubjectAndNoOther() {
    Batch batch =
        Batch.of(
            List.of(event(0, "a", 4), event(1, "b", 1), event(2, "a", 5)),
            Map.of("a", 2L),
            Set.of());

    assertThat(batch.apply()).containsExactly(event(1, "b", 1));
    assertThat(batch.park())
        .containsExactly(
            new Batch.Parked(event(0, "a", 4), "Gap: expected sequence 3, found 4"),
            new Batch.Parked(event(2, "a", 5), Batch.BEHIND));
    assertThat(batch.sequences()).isEqualTo(Map.of("b", 1L));
  }

  @Test
  void subjectWithAParkedEventGoesOnParking() {
    Batch batch = Batch.of(List.of(event(7, "a", 4)), Map.of("a", 2L), Set.of("a"));

    assertThat(batch.apply()).isEmpty();
    assertThat(batch.park()).containsExactly(new Batch.Parked(event(7, "a", 4), Batch.BEHIND));
  }

  @Test
  void repeatedEventOfAParkedSubjectIsLeftOut() {
    Batch batch = Batch.of(List.of(event(7, "a", 2)), Map.of("a", 2L), Set.of("a"));

    assertThat(batch.apply()).isEmpty();
    assertThat(batch.park()).isEmpty();
  }

  @Test
  void unsequencedEventsAreAllApplied() {
    var events = List.of(event(0, "a", 0), event(1, "a", 0));

    Batch batch = Batch.of(events, Map.of(), Set.of());

    assertThat(batch.apply()).isEqualTo(events);
    assertThat(batch.sequences()).isEmpty();
  }
}
