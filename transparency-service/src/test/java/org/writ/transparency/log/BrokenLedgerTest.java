package org.writ.transparency.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.transparency.Digest;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.testing.CheckpointKey;
import org.writ.transparency.testing.Requests;

/** A ledger that contradicts itself is never papered over. */
@QuarkusTest
@TestProfile(BrokenLedgerTest.Own.class)
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class BrokenLedgerTest {

  /** Topics and a database of its own, as it spoils them. */
  public static class Own implements QuarkusTestProfile {}

  @Inject SequencerWorker worker;

  @Test
  void entryThatLeavesAGapStopsTheLedgerAndSaysWhy() {
    String signed = given().get("/checkpoint").then().statusCode(200).extract().asString();
    worker.stop();
    try (TestEvents events = new TestEvents()) {
      Event event = events.publish(Topic.INTAKE_REQUESTS, "r", Requests.withdrawn());
      events.publishAs(
          8,
          Topic.TRANSPARENCY_LEDGER,
          Sequencer.SUBJECT,
          new EventSequenced(
              7L,
              Topic.INTAKE_REQUESTS.topicName(),
              partition(),
              0L,
              event.envelope().subject(),
              1L,
              new Digest(new byte[32])),
          null);
    }

    worker.start();

    await().until(() -> worker.broken() != null);
    String health = given().get("/q/health/ready").then().statusCode(503).extract().asString();
    assertThat(health).contains("Leaf 7 names another event");
    assertThat(given().get("/checkpoint").asString()).isEqualTo(signed);
  }

  /** The one partition of intake.requests that has an event. */
  private static int partition() {
    return Utils.toPositive(Utils.murmur2("r".getBytes(StandardCharsets.UTF_8)))
        % Topic.INTAKE_REQUESTS.partitions();
  }
}
