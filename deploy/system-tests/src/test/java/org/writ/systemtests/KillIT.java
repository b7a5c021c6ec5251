package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.writ.eventlog.Event;
import org.writ.events.Topic;
import org.writ.events.disclosure.DataPreserved;
import org.writ.events.disclosure.DeliveryAcknowledged;
import org.writ.events.disclosure.DeliveryOpened;
import org.writ.events.disclosure.NoDataFound;
import org.writ.events.disclosure.NothingPreserved;
import org.writ.events.disclosure.PackagePrepared;
import org.writ.events.disclosure.PreservationOpened;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.transparency.EventSequenced;
import org.writ.local.Part;
import org.writ.ops.demo.Demo;
import org.writ.ops.demo.Outcomes;
import org.writ.ops.log.Logged;
import org.writ.ops.rebuild.Manifest;
import org.writ.ops.rebuild.Rebuild;

/** Services die in the middle of the work, and nothing is lost or done twice. */
@ExtendWith(RunningSystem.class)
class KillIT {

  private static final int REQUESTS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<Part> VICTIMS =
      List.of(Part.INTAKE, Part.REVIEW, Part.DISCLOSURE, Part.TRANSPARENCY);
  private static final List<Topic> ON_THE_LEDGER =
      Stream.of(Topic.values())
          .filter(topic -> topic.kept() == Topic.Kept.FOR_EVER)
          .filter(topic -> topic != Topic.TRANSPARENCY_LEDGER)
          .toList();

  @Test
  void everyAcknowledgedRequestReachesItsEndOnceAlthoughEachServiceIsKilled() {
    // Given
    Demo demo = new Demo(RunningSystem.settings(), REQUESTS, 5, 24, PATIENCE);
    CompletableFuture<Outcomes> run = CompletableFuture.supplyAsync(demo::run);

    // When
    for (int i = 0; i < VICTIMS.size(); i++) {
      int reached = REQUESTS * (i + 1) / (VICTIMS.size() + 1);
      await().atMost(PATIENCE).until(() -> run.isDone() || demo.progress().ended() >= reached);
      assertThat(run).as("the run is not over before " + VICTIMS.get(i) + " is killed").isNotDone();
      RunningSystem.stack().kill(VICTIMS.get(i));
      RunningSystem.stack().start(Set.of(VICTIMS.get(i)));
    }
    Outcomes outcomes = run.join();

    // Then
    assertThat(outcomes.faults()).isEmpty();
    requireOneOfEach(outcomes.accepted());
    requireContiguousSequences();
    requireEverythingOnTheLedgerOnce();
    requireEqualRebuilds();
  }

  private static void requireOneOfEach(Set<String> accepted) {
    Map<String, List<Event>> submitted = by(Topic.INTAKE_REQUESTS, RequestSubmitted.class);
    Map<String, List<Event>> opened = by(Topic.REVIEW_CASES, CaseOpened.class);
    Map<String, List<Event>> decided = by(Topic.REVIEW_CASES, CaseDecided.class);
    Map<String, List<Event>> deliveries = by(Topic.DISCLOSURE_DELIVERIES, DeliveryOpened.class);
    Map<String, List<Event>> prepared = by(Topic.DISCLOSURE_DELIVERIES, PackagePrepared.class);
    Map<String, List<Event>> nothing = by(Topic.DISCLOSURE_DELIVERIES, NoDataFound.class);
    Map<String, List<Event>> preserving = by(Topic.DISCLOSURE_DELIVERIES, PreservationOpened.class);
    Map<String, List<Event>> preserved = by(Topic.DISCLOSURE_DELIVERIES, DataPreserved.class);
    Map<String, List<Event>> unheld = by(Topic.DISCLOSURE_DELIVERIES, NothingPreserved.class);
    Map<String, List<Event>> taken = by(Topic.DISCLOSURE_DELIVERIES, DeliveryAcknowledged.class);
    assertThat(accepted)
        .allSatisfy(
            id -> {
              assertThat(of(submitted, id)).as("submission of " + id).hasSize(1);
              assertThat(of(opened, id)).as("case of " + id).hasSize(1);
              assertThat(of(decided, id)).as("decision of " + id).hasSize(1);
              int approved = isApproved(of(decided, id).getFirst()) ? 1 : 0;
              int kept = isPreservation(of(decided, id).getFirst()) ? approved : 0;
              assertThat(of(deliveries, id)).as("delivery of " + id).hasSize(approved - kept);
              assertThat(of(prepared, id).size() + of(nothing, id).size())
                  .as("packages of " + id)
                  .isEqualTo(approved - kept);
              assertThat(of(preserving, id)).as("preservation of " + id).hasSize(kept);
              assertThat(of(preserved, id).size() + of(unheld, id).size())
                  .as("copies of " + id)
                  .isEqualTo(kept);
              assertThat(of(taken, id)).as("receipts of " + id).hasSameSizeAs(of(prepared, id));
            });
  }

  private static boolean isApproved(Event decision) {
    return decision.data() instanceof CaseDecided decided
        && decided.getOutcome() != CaseOutcome.REFUSED;
  }

  private static boolean isPreservation(Event decision) {
    return decision.data() instanceof CaseDecided decided
        && decided.getProcess().equals("PRESERVATION_ORDER");
  }

  /** A relay that dies after sending sends again: the same event, byte for byte, and no other. */
  private static void requireContiguousSequences() {
    for (Topic topic : ON_THE_LEDGER) {
      RunningSystem.log().all(topic).stream()
          .collect(Collectors.groupingBy(Logged::subject))
          .forEach(
              (subject, events) -> {
                Map<Long, Set<String>> digests = new TreeMap<>();
                events.forEach(
                    event ->
                        digests
                            .computeIfAbsent(event.attributes().sequence(), key -> new HashSet<>())
                            .add(digest(event)));
                assertThat(digests.keySet())
                    .as("sequences of %s on %s", subject, topic.topicName())
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, digests.size()).boxed().toList());
                assertThat(digests.values())
                    .as("events of %s on %s", subject, topic.topicName())
                    .allSatisfy(same -> assertThat(same).hasSize(1));
              });
    }
  }

  private static void requireEverythingOnTheLedgerOnce() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<String> events = new HashSet<>();
              for (Topic topic : ON_THE_LEDGER) {
                RunningSystem.log().all(topic).forEach(event -> events.add(digest(event)));
              }
              assertThat(entries())
                  .doesNotHaveDuplicates()
                  .containsExactlyInAnyOrderElementsOf(events);
            });
  }

  private static List<String> entries() {
    List<String> entries = new ArrayList<>();
    for (Event event : RunningSystem.log().events(Topic.TRANSPARENCY_LEDGER)) {
      if (event.data() instanceof EventSequenced entry) {
        assertThat(entry.getLeafIndex()).isEqualTo(entries.size());
        entries.add(HexFormat.of().formatHex(entry.getDigest().bytes()));
      }
    }
    return entries;
  }

  private static String digest(Logged event) {
    return String.valueOf(event.digest());
  }

  private static void requireEqualRebuilds() {
    Rebuild rebuild = new Rebuild(RunningSystem.stack());
    for (Part service : VICTIMS) {
      Manifest manifest = rebuild.run(service, false);
      assertThat(manifest.isEqual()).as(service + "%n%s", manifest.text()).isTrue();
    }
  }

  /** The events of a type by subject, each once although it may stand on the topic twice. */
  private static Map<String, List<Event>> by(Topic topic, Class<?> type) {
    Map<UUID, Event> events = new LinkedHashMap<>();
    RunningSystem.log()
        .events(topic)
        .forEach(event -> events.putIfAbsent(event.envelope().id(), event));
    return events.values().stream()
        .filter(event -> type.isInstance(event.data()))
        .collect(
            Collectors.groupingBy(
                event -> event.envelope().subject(), TreeMap::new, Collectors.toList()));
  }

  private static List<Event> of(Map<String, List<Event>> events, String id) {
    return events.getOrDefault(id, List.of());
  }
}
