package org.writ.review;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.testing.TestEvents;
import org.writ.events.Topic;
import org.writ.events.intake.RequestDetails;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedIdentifier;
import org.writ.review.policy.Requests;

/** What intake does, as far as this service notices: keys and submitted requests. */
public final class Intake implements AutoCloseable {

  private final TestEvents events = new TestEvents();
  private final Clock clock;

  /** With the service's clock. */
  public Intake(Clock clock) {
    this.clock = clock;
  }

  /** The topics. */
  public TestEvents events() {
    return events;
  }

  /** A sound request that is due in ten days. */
  public RequestSubmitted.Builder sound() {
    return dueIn(Duration.ofDays(10));
  }

  /** A sound request that is due in some time. */
  public RequestSubmitted.Builder dueIn(Duration time) {
    return Requests.sound()
        .setItems(List.of(Requests.item(UUID.randomUUID().toString()).build()))
        .setDueAt(clock.instant().plus(time));
  }

  /** Submits a request and waits until its case is in the queue. */
  public String submit(RequestSubmitted.Builder request) {
    String id = UUID.randomUUID().toString();
    events.issueKey(id);
    publish(id, request.build());
    awaitCases(List.of(id));
    return id;
  }

  /** Submits requests and waits until all their cases are in the queue. */
  public List<String> submit(int count, Duration dueIn) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      String id = UUID.randomUUID().toString();
      events.issueKey(id);
      publish(id, dueIn(dueIn).build());
      ids.add(id);
    }
    awaitCases(ids);
    return ids;
  }

  /** Publishes a request with its sealed part; its key has to be issued before. */
  public void publish(String id, RequestSubmitted request) {
    events.publish(Topic.INTAKE_REQUESTS, id, request, details(request));
  }

  private static RequestDetails details(RequestSubmitted request) {
    return new RequestDetails(
        "AZ 2026/000123",
        "Amtsgericht Musterstadt",
        "§ 29a BtMG",
        "A long story",
        request.getItems().stream()
            .map(item -> new RequestedIdentifier(item.getItemId(), "+4915100000001"))
            .toList(),
        "Officer Example",
        "officer@agency.example",
        "+49301234567",
        null,
        "00");
  }

  /** Publishes what the agency does after it has submitted, or what befalls it. */
  public void follow(String id, SpecificRecord event, @Nullable SpecificRecord personal) {
    events.publish(Topic.INTAKE_REQUESTS, id, event, personal);
  }

  /** Waits until cases are in the queue. */
  public static void awaitCases(List<String> ids) {
    await().atMost(Duration.ofSeconds(60)).until(() -> queued().containsAll(ids));
  }

  private static List<String> queued() {
    var ids = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      String query = cursor == null ? "" : "&cursor=" + cursor;
      JsonPath page =
          Reviewer.RITA.request().get("/v1/cases?limit=200" + query).then().extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return ids;
  }

  @Override
  public void close() {
    events.close();
  }
}
