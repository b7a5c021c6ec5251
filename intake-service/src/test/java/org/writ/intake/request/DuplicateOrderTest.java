package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.Intake;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.agency.Submitters;
import org.writ.intake.emergency.ObserveEmergency;
import org.writ.intake.fingerprint.Fingerprints;

/** The same order, submitted more than once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DuplicateOrderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject SubmissionDesk desk;
  @Inject Transactions transactions;
  @Inject EventLog log;
  @Inject CaseKeys keys;
  @Inject Submitters submitters;
  @Inject RequestRows rows;
  @Inject RegisteredAgencies agencies;
  @Inject ObserveEmergency observeEmergency;
  @Inject Fingerprints fingerprints;
  @Inject ObjectMapper json;
  @Inject Ids ids;
  @Inject Clock clock;

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void sameOrderAgainIsAcceptedAndLinkedToTheFirst() {
    // Given
    var order = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    String first = Intake.submitted("agency-de", order);
    String second = Intake.submitted("agency-de", order);

    // When
    String third = Intake.submitted("agency-de", order.with("/suspectConfirmed", "false"));
    String ofFrance = Intake.submitted("agency-fr", order);

    // Then
    Intake.request("agency-de", first).then().body("containsKey('duplicateOf')", equalTo(false));
    Intake.request("agency-de", second).then().body("duplicateOf", equalTo(first));
    Intake.request("agency-de", third).then().body("duplicateOf", equalTo(first));
    Intake.request("agency-fr", ofFrance).then().body("containsKey('duplicateOf')", equalTo(false));
    Intake.agency("agency-de")
        .get("/v1/requests?limit=200")
        .then()
        .body("items.find { it.id == '" + second + "' }.duplicateOf", equalTo(first));
    var submitted = submitted(second);
    assertThat(submitted.getDuplicateOf()).isEqualTo(first);
    assertThat(submitted.getOrderFingerprint()).matches("[0-9a-f]{64}");
    assertThat(submitted.getItems().getFirst().getIdentifierFingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void orderThatWasTakenBackIsNoDuplicate() {
    // Given
    var order = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    String first = Intake.submitted("agency-de", order);
    OwnRequest.post("agency-de", first, "withdrawal", "{}").then().statusCode(200);

    // When
    String again = Intake.submitted("agency-de", order);

    // Then
    Intake.request("agency-de", again).then().body("containsKey('duplicateOf')", equalTo(false));
  }

  @RepeatedTest(3)
  void orderThatComesManyTimesAtTheSameMomentHasOneFirst() throws Exception {
    // Given what is not committed in groups
    var order = unique();
    for (int item = 2; item <= 101; item++) {
      order =
          order.plus(
              "/items",
              "{\"identifier\":{\"type\":\"ACCOUNT_ID\",\"value\":\"%d\"},\"dataTypes\":[\"IP_ADDRESS\"]}"
                  .formatted(1_000_000 + item));
    }
    var body = order;

    // When
    var ids = atOnce(Collections.nCopies(6, () -> Intake.submitted("agency-de", body)));

    // Then
    assertOneFirst(ids);
  }

  @RepeatedTest(3)
  void emergencyAndOrderOfTheSameAtTheSameMomentHaveOneFirst() throws Exception {
    // Given
    var order = unique();
    var emergency = order.with("/process", "\"EMERGENCY\"");

    // When
    var ids =
        atOnce(
            List.of(
                () -> Intake.submitted("agency-de", order),
                () -> Intake.submitted("agency-de", emergency),
                () -> Intake.submitted("agency-de", order),
                () -> Intake.submitted("agency-de", emergency)));

    // Then
    assertOneFirst(ids);
  }

  @RepeatedTest(10)
  void orderThatComesThroughTwoInstancesAtTheSameMomentHasOneFirst() throws Exception {
    // Given
    var order = unique();
    var there = otherInstance();
    var otherDesk = new SubmissionDesk(there, fingerprints, json, clock, ids, 50_000);

    // When
    var submitted =
        atOnce(
            List.of(
                () -> submit(desk, order),
                () -> submit(otherDesk, order),
                () -> submit(desk, order),
                () -> submit(otherDesk, order)));

    // Then
    there.stop();
    assertOneFirst(submitted);
  }

  private static SubmissionBody unique() {
    return SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
  }

  /** What accepts submissions in another instance: it has a group of its own. */
  private SubmitRequest otherInstance() {
    return new SubmitRequest(
        transactions,
        log,
        keys,
        submitters,
        rows,
        agencies,
        observeEmergency,
        ids,
        clock,
        128,
        1000);
  }

  private String submit(SubmissionDesk where, SubmissionBody order) {
    return where
        .submit(
            submitters.find("agency-de"),
            order.tree(),
            new IdempotencyKey(UUID.randomUUID().toString()),
            Channel.API,
            new Actor("agency", "agency-de"))
        .id();
  }

  private static List<String> atOnce(List<Callable<String>> submissions) throws Exception {
    var start = new CyclicBarrier(submissions.size());
    var answers = new ArrayList<Future<String>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var submission : submissions) {
        answers.add(
            executor.submit(
                () -> {
                  start.await();
                  return submission.call();
                }));
      }
    }
    var ids = new ArrayList<String>();
    for (var answer : answers) {
      ids.add(answer.get());
    }
    return ids;
  }

  /** One of them is no duplicate, and all others are of that one. */
  private static void assertOneFirst(List<String> ids) {
    var duplicateOf = new HashMap<String, String>();
    for (String id : ids) {
      duplicateOf.put(id, Intake.request("agency-de", id).path("duplicateOf"));
    }
    var first = ids.stream().filter(id -> duplicateOf.get(id) == null).toList();
    assertThat(first).hasSize(1);
    duplicateOf.remove(first.getFirst());
    assertThat(duplicateOf.values()).containsOnly(first.getFirst());
  }

  private static RequestSubmitted submitted(String id) {
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> !events.on(Topic.INTAKE_REQUESTS, id).isEmpty());
      return (RequestSubmitted) events.on(Topic.INTAKE_REQUESTS, id).getFirst().data();
    }
  }
}
