package org.writ.intake.request;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.events.review.CaseMessageDetails;
import org.writ.intake.Intake;

/** A request of agency-de that was submitted just now, and those who act on it. */
public final class OwnRequest implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String AGENCY = "agency-de";

  private final TestEvents others = new TestEvents();
  private final String id;
  private final String item;

  private OwnRequest(String id) {
    this.id = id;
    this.item = Intake.request(AGENCY, id).path("items[0].itemId");
  }

  /** Submits it, with a reference that no other has. */
  public static OwnRequest submitted() {
    Intake.registerAgencies();
    var body = SubmissionBody.sound().withText("/reference", "AZ " + UUID.randomUUID());
    return new OwnRequest(Intake.submitted(AGENCY, body));
  }

  /** The request's id. */
  public String id() {
    return id;
  }

  /** The id of its only item. */
  public String item() {
    return item;
  }

  /** What its agency sees of it. */
  public ValidatableResponse seen() {
    return Intake.request(AGENCY, id).then();
  }

  /** What its agency does. */
  public Response post(String step, String body) {
    return post(AGENCY, id, step, body);
  }

  /** What an agency tries with a request. */
  public static Response post(String agency, String id, String step, String body) {
    return Intake.agency(agency)
        .contentType("application/json")
        .body(body)
        .post("/v1/requests/" + id + "/" + step);
  }

  /** Waits until it has a status. */
  public void awaitStatus(String status) {
    Intake.awaitStatus(AGENCY, id, status);
  }

  /** What the reviewers do. */
  public void review(SpecificRecord data) {
    others.publish(Topic.REVIEW_CASES, id, data);
  }

  /** What comes of its disclosure. */
  public void disclose(SpecificRecord data) {
    others.publish(Topic.DISCLOSURE_DELIVERIES, id, data);
  }

  /**
   * The reviewers open its case and ask which account is meant.
   *
   * @param keys intake's: only intake itself has the key of a request that came over its API
   * @param clockStoppedAt null if the time to answer goes on
   */
  public void ask(CaseKeys keys, @Nullable Instant clockStoppedAt) {
    await().atMost(PATIENCE).until(() -> !others.on(Topic.INTAKE_KEYS, id).isEmpty());
    review(OtherServices.opened(item));
    awaitStatus("UNDER_REVIEW");
    var question = OtherServices.question(clockStoppedAt);
    var envelope =
        new Envelope(
            UUID.randomUUID(),
            "/writ/review",
            question.getSchema().getFullName(),
            id,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            2,
            null,
            Actor.service("review"));
    var sealed = keys.seal(question, new CaseMessageDetails("Which account?"), envelope);
    others.repeat(new Event(Topic.REVIEW_CASES, envelope, sealed, new EventDigest(new byte[32])));
    awaitStatus("CLARIFICATION_REQUESTED");
  }

  /** Destroys its key and waits until nobody can read it any longer. */
  public void erase() {
    others.eraseKey(id);
    await().atMost(PATIENCE).until(() -> Intake.request(AGENCY, id).path("reference") == null);
  }

  /** The first event of a type that intake appended to it; waits for it. */
  public <T extends SpecificRecord> T event(Class<T> type) {
    await().atMost(PATIENCE).until(() -> !events(type).isEmpty());
    return events(type).getFirst();
  }

  /** The events of a type that intake appended to it so far. */
  public <T extends SpecificRecord> List<T> events(Class<T> type) {
    return others.on(Topic.INTAKE_REQUESTS, id).stream()
        .map(Event::data)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public void close() {
    others.close();
  }
}
