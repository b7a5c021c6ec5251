package org.writ.disclosure.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writ.disclosure.account.Timeline.Assignment;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Period ALL = new Period(START, day(1000));

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static HeldValue held(String value, int from, int to) {
    return new HeldValue("1", value, new Period(day(from), day(to)));
  }

  @Test
  void valueIsHeldUntilTheNextOne() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign("b", day(5));

    // When
    var held = timeline.within("1", ALL, null);

    // Then
    assertThat(held).containsExactly(held("a", 1, 5), held("b", 5, 1000));
  }

  @Test
  void answerIsCutToThePeriod() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign("b", day(5)).assign("c", day(9));

    // When
    var held = timeline.within("1", new Period(day(3), day(9)), null);

    // Then
    assertThat(held).containsExactly(held("a", 3, 5), held("b", 5, 9));
  }

  @Test
  void valueThatWasGivenUpIsHeldByNobodyAfterwards() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign(null, day(5)).assign("a", day(7));

    // When
    var held = timeline.within("1", ALL, null);

    // Then
    assertThat(held).containsExactly(held("a", 1, 5), held("a", 7, 1000));
  }

  @Test
  void sameValueAssignedAgainIsOneEntry() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign("a", day(5));

    // When
    var held = timeline.within("1", ALL, null);

    // Then
    assertThat(held).containsExactly(held("a", 1, 1000));
  }

  @Test
  void deletionEndsTheLastValue() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign("b", day(5));

    // When
    var held = timeline.within("1", ALL, day(6));

    // Then
    assertThat(held).containsExactly(held("a", 1, 5), held("b", 5, 6));
  }

  @Test
  void timelineDoesNotDependOnOrderOrRepetitionOfArrival() {
    // Given
    var random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      var assignments = new ArrayList<Assignment>();
      for (int day = 0; day < 6; day++) {
        String value = random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
        assignments.add(new Assignment(value, day(day * 10 + random.nextInt(5))));
      }
      Timeline inOrder = all(assignments);
      var arrived = new ArrayList<>(assignments);
      arrived.addAll(assignments.subList(random.nextInt(6), 6));
      Collections.shuffle(arrived, random);

      // When
      Timeline shuffled = all(arrived);

      // Then
      assertThat(shuffled).isEqualTo(inOrder);
    }
  }

  @Test
  void agedTimelineStaysTheSameWhenEverythingIsFedAgain() {
    // Given
    var assignments =
        List.of(
            new Assignment("a", day(1)),
            new Assignment("b", day(50)),
            new Assignment("c", day(150)));
    Timeline aged = all(assignments).keptSince(day(100));

    // When
    Timeline again = aged;
    for (Assignment assignment : assignments) {
      again = again.assign(assignment.value(), assignment.since()).keptSince(day(100));
    }

    // Then
    assertThat(again).isEqualTo(aged);
    assertThat(aged.assignments())
        .containsExactly(new Assignment("b", day(50)), new Assignment("c", day(150)));
  }

  @Test
  void currentValueStaysHoweverOldItIs() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1));

    // When
    var aged = timeline.keptSince(day(900));

    // Then
    assertThat(aged.current()).contains(new Assignment("a", day(1)));
  }

  @Test
  void valueSupersededAtTheHorizonIsDropped() {
    // Given
    var timeline = Timeline.EMPTY.assign("a", day(1)).assign("b", day(5));

    // When / Then
    assertThat(timeline.keptSince(day(5)).assignments())
        .containsExactly(new Assignment("b", day(5)));
    assertThat(timeline.keptSince(day(4)).assignments()).hasSize(2);
  }

  private static Timeline all(List<Assignment> assignments) {
    Timeline timeline = Timeline.EMPTY;
    for (Assignment assignment : assignments) {
      timeline = timeline.assign(assignment.value(), assignment.since());
    }
    return timeline;
  }
}
