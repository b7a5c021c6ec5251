package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.writ.intake.hi1.Action.ListObjects;
import org.writ.intake.hi1.ListReading.Changed;
import org.writ.intake.hi1.ReadBounds.TooMuch;
import org.writ.intake.request.SubmissionBody;

/** LISTs are answered wholly or refused, and look at no more than they need. */
class ListReadingTest {

  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private final Requests requests = new Requests();
  private final ListReading reading = new ListReading(requests, new ReadBounds(10, 300, 500, 400));

  @Test
  void oldestRequestIsListedToo() throws TooMuch {
    // Given
    requests.add(300, 1);

    // When
    var listed = reading.read(list(null, null, null));

    // Then
    assertThat(listed).hasSize(300);
    assertThat(listed.getLast().id()).isEqualTo("object-0-0");
    assertThat(listed.getFirst().id()).isEqualTo("object-299-0");
  }

  @Test
  void moreThanIsLookedAtIsRefusedAndNotCutOff() {
    // Given
    requests.add(301, 1);

    // When, then
    assertThatThrownBy(() -> reading.read(list(null, null, null)))
        .isInstanceOfSatisfying(
            TooMuch.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(3001);
              assertThat(refused.refusal().detail()).contains("LastChangedTimespan");
            });
  }

  @Test
  void newestOfVeryManyAreListedWithoutLookingAtTheOthers() throws TooMuch {
    // Given
    requests.add(5_000, 1);

    // When
    var listed = reading.read(list(null, null, 7));

    // Then
    assertThat(listed)
        .extracting(Shown::id)
        .startsWith("object-4999-0", "object-4998-0")
        .hasSize(7);
    assertThat(requests.loaded).hasSize(100);
  }

  @Test
  void oldObjectOfARequestThatChangedLatelyIsNotTakenForANewOne() throws TooMuch {
    // Given
    requests.add(150, 1);
    requests.touch("request-0", BEGIN.plus(Duration.ofDays(9)));

    // When
    var listed = reading.read(list(null, null, 1));

    // Then
    assertThat(listed).extracting(Shown::id).containsExactly("object-149-0");
  }

  @Test
  void timeSpanIsOfTheObjectsAndNotOfTheirRequests() throws TooMuch {
    // Given
    requests.add(10, 1);
    requests.touch("request-3", BEGIN.plus(Duration.ofDays(9)));

    // When
    var listed =
        reading.read(
            list(BEGIN.plus(Duration.ofMinutes(2)), BEGIN.plus(Duration.ofMinutes(4)), null));

    // Then
    assertThat(listed)
        .extracting(Shown::id)
        .containsExactly("object-4-0", "object-3-0", "object-2-0");
  }

  @Test
  void requestIsLookedAtOnceForAllListsOfAMessage() throws TooMuch {
    // Given
    requests.add(100, 1);

    // When
    reading.read(list(null, null, null));
    reading.read(list(BEGIN, null, null));

    // Then
    assertThat(requests.loaded).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void objectsAndRecordsAreBounded() {
    // Given
    requests.add(2, 251);

    // When, then
    assertThatThrownBy(() -> reading.read(list(null, null, null)))
        .isInstanceOf(TooMuch.class)
        .hasMessageContaining("500 objects");

    // Given
    var other = new Requests();
    other.add(1, 250);
    var twice = new ListReading(other, new ReadBounds(10, 300, 500, 400));

    // When, then
    assertThatThrownBy(
            () -> {
              twice.read(list(null, null, null));
              twice.read(list(null, null, null));
            })
        .isInstanceOf(TooMuch.class)
        .hasMessageContaining("400 records");
  }

  private static ListObjects list(
      @Nullable Instant since, @Nullable Instant until, @Nullable Integer maximum) {
    return new ListObjects(0, null, since, until, maximum, null, null);
  }

  /** Requests, each a minute newer than the one before. */
  private static final class Requests implements ListReading.Source {

    private final Map<String, Instant> changes = new HashMap<>();
    private final Map<String, List<Shown>> objects = new HashMap<>();
    private final List<String> loaded = new ArrayList<>();

    void add(int number, int objectsOfEach) {
      for (int request = 0; request < number; request++) {
        Instant at = BEGIN.plus(Duration.ofMinutes(request));
        var shown = new ArrayList<Shown>();
        for (int object = 0; object < objectsOfEach; object++) {
          shown.add(shown("object-" + request + "-" + object, at));
        }
        changes.put("request-" + request, at);
        objects.put("request-" + request, shown);
      }
    }

    void touch(String request, Instant at) {
      changes.put(request, at);
    }

    private static Shown shown(String id, Instant at) {
      ObjectNode members = SubmissionBody.JSON.createObjectNode();
      return new Shown(ObjectType.LD_TASK, id, Messages.SENDER, 1, null, at, null, members);
    }

    @Override
    public List<Changed> changed(@Nullable Instant since, @Nullable Instant begunUntil, int limit) {
      return changes.entrySet().stream()
          .filter(request -> since == null || !request.getValue().isBefore(since))
          .map(request -> new Changed(request.getKey(), request.getValue()))
          .sorted((one, other) -> other.at().compareTo(one.at()))
          .limit(limit)
          .toList();
    }

    @Override
    public long objects(List<String> requestIds) {
      return requestIds.stream().mapToLong(id -> objects.getOrDefault(id, List.of()).size()).sum();
    }

    @Override
    public Map<String, List<Shown>> load(List<String> requestIds) {
      loaded.addAll(requestIds);
      var found = new HashMap<String, List<Shown>>();
      requestIds.forEach(id -> found.put(id, objects.getOrDefault(id, List.of())));
      return found;
    }
  }
}
