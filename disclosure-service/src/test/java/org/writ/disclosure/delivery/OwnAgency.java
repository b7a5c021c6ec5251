package org.writ.disclosure.delivery;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestEvents;
import org.writ.events.Topic;
import org.writ.events.intake.AgencyApproved;
import org.writ.events.intake.AgencyRegistered;

/** An agency of one test, with what intake says about it. */
record OwnAgency(TestEvents events, TestClient machine) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static OwnAgency of(TestEvents events) {
    return new OwnAgency(events, TestClient.ofThisTest().in("agency"));
  }

  String id() {
    return machine.id();
  }

  /** Another client that acts for it, once it is on file. */
  TestClient client() {
    return TestClient.ofThisTest().in("agency").claiming("agency", id());
  }

  /** Intake puts it on file; its own client always is. */
  Event propose(TestClient... clients) {
    return say(
        AgencyRegistered.newBuilder()
            .setName("Demo Police")
            .setCountry("DE")
            .setKind("POLICE")
            .setCertificate(ByteBuffer.allocate(0))
            .setClients(
                Stream.concat(Stream.of(machine), Stream.of(clients)).map(TestClient::id).toList())
            .build());
  }

  /** Intake lets what was put on file count. */
  Event approve(Event proposed) {
    return say(new AgencyApproved(proposed.envelope().id().toString()));
  }

  /** Something happens to its file at intake. */
  Event say(SpecificRecord happened) {
    return events.publish(Topic.INTAKE_AGENCIES, id(), happened);
  }

  /** What disclosure recorded of it, once there is so much. */
  List<Event> awaitRecorded(int count) {
    return await().atMost(PATIENCE).until(this::recorded, found -> found.size() >= count);
  }

  private List<Event> recorded() {
    return events.on(Topic.DISCLOSURE_ACCESS, id());
  }
}
