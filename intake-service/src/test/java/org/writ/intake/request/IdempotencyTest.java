package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Ids;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.agency.Submitters;
import org.writ.intake.fingerprint.Fingerprints;
import org.writ.web.problem.StreamedJson;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class IdempotencyTest {

  private final DataSource dataSource;
  private final Fingerprints fingerprints;
  private final SubmitRequest submitRequest;
  private final Submitters submitters;
  private final Ids ids;

  IdempotencyTest(
      DataSource dataSource,
      Fingerprints fingerprints,
      SubmitRequest submitRequest,
      Submitters submitters,
      Ids ids) {
    this.dataSource = dataSource;
    this.fingerprints = fingerprints;
    this.submitRequest = submitRequest;
    this.submitters = submitters;
    this.ids = ids;
  }

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void repetitionGetsTheSameAnswerHoweverItIsWritten() {
    // Given
    String key = UUID.randomUUID().toString();
    var first = Intake.submit("agency-de", key, SubmissionBody.sound().toString());

    // When
    var second = Intake.submit("agency-de", key, SubmissionBody.sound().tree().toPrettyString());

    // Then
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void repetitionGetsTheSameAnswerAfterADayThatItNames() {
    // Given
    String key = UUID.randomUUID().toString();
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    var body = SubmissionBody.sound().withText("/userNotice/delayUntil", today);
    var other = body.with("/suspectConfirmed", "false");
    var first = Intake.submit("agency-de", key, body.toString());
    first.then().statusCode(202);
    var desk = afterTwoDays();

    // When
    var again = submit(desk, key, body);

    // Then
    assertThat(again.id()).isEqualTo(first.path("id"));
    assertThat(again.receivedAt()).isEqualTo(first.path("receivedAt"));
    assertThatThrownBy(() -> submit(desk, key, other))
        .asInstanceOf(type(HttpProblem.class))
        .extracting(HttpProblem::getStatusCode)
        .isEqualTo(422);
    assertThatThrownBy(() -> submit(desk, UUID.randomUUID().toString(), body))
        .asInstanceOf(type(HttpProblem.class))
        .extracting(HttpProblem::getStatusCode)
        .isEqualTo(422);
  }

  private SubmissionDesk afterTwoDays() {
    return new SubmissionDesk(
        submitRequest,
        fingerprints,
        SubmissionBody.JSON,
        Clock.offset(Clock.systemUTC(), Duration.ofDays(2)),
        ids,
        50_000);
  }

  private Acceptance submit(SubmissionDesk desk, String key, SubmissionBody body) {
    var bytes = new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8));
    return desk.submit(
        submitters.find("agency-de"),
        bytes,
        new StreamedJson.Bounds(100_000, 100_000),
        new SubmissionDesk.Naming(new IdempotencyKey(key), new Actor("agency", "agency-de")));
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    // Given
    String key = UUID.randomUUID().toString();
    Intake.submit("agency-de", key, SubmissionBody.sound().toString()).then().statusCode(202);
    var other = SubmissionBody.sound().with("/suspectConfirmed", "false");

    // When
    var answer = Intake.submit("agency-de", key, other.toString());

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("another body"));
  }

  @Test
  void sameKeyOfAnotherAgencyIsAnotherRequest() {
    // Given
    String key = UUID.randomUUID().toString();
    String ofGermany =
        Intake.submit("agency-de", key, SubmissionBody.sound().toString()).path("id");

    // When
    String ofFrance = Intake.submit("agency-fr", key, SubmissionBody.sound().toString()).path("id");

    // Then
    assertThat(ofFrance).isNotNull().isNotEqualTo(ofGermany);
  }

  @Test
  void sameBodyWithAnotherKeyIsAnotherRequest() {
    // Given
    String first = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    String second = Intake.submitted("agency-de", SubmissionBody.sound());

    // Then
    assertThat(second).isNotEqualTo(first);
  }

  @RepeatedTest(5)
  void submissionsWithOneKeyAtTheSameMomentAreOneRequest() throws Exception {
    // Given
    int callers = 8;
    String key = UUID.randomUUID().toString();
    String body = SubmissionBody.sound().toString();
    var start = new CyclicBarrier(callers);

    // When
    var answers = new ArrayList<Future<Response>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        answers.add(
            executor.submit(
                () -> {
                  start.await();
                  return Intake.submit("agency-de", key, body);
                }));
      }
    }

    // Then
    String id = answers.getFirst().get().path("id");
    for (var answer : answers) {
      answer.get().then().statusCode(202).body("id", equalTo(id));
    }
    String hash = fingerprints.idempotencyKey("agency-de", key);
    assertThat(count("SELECT COUNT(*) FROM request WHERE idempotency_key_hash = '" + hash + "'"))
        .isEqualTo(1);
  }

  @Test
  void refusedSubmissionLeavesNothingBehind() throws Exception {
    // Given
    String key = UUID.randomUUID().toString();
    long before = count("SELECT COUNT(*) FROM stream");

    // When
    Intake.submit("agency-de", key, "{}").then().statusCode(422);

    // Then
    assertThat(count("SELECT COUNT(*) FROM stream")).isEqualTo(before);
  }

  private long count(String sql) throws Exception {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
