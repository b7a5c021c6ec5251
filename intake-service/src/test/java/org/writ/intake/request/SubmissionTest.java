package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.CaseKeyIssued;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.WrappedKey;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SubmissionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DataSource dataSource;

  SubmissionTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void acceptedRequestIsFollowedAtItsLocation() {
    // Given
    var body = SubmissionBody.sound();

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body.toString());

    // Then
    answer.then().statusCode(202).body("status", equalTo("RECEIVED")).body("keySet()", hasSize(4));
    String id = answer.path("id");
    Instant receivedAt = Instant.parse(answer.path("receivedAt"));
    assertThat(Instant.parse(answer.path("dueAt"))).isEqualTo(receivedAt.plus(Duration.ofDays(30)));
    assertThat(answer.header("Location")).endsWith("/v1/requests/" + id);
    Intake.agency("agency-de")
        .get(URI.create(answer.header("Location")))
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("reference", equalTo("AZ 2026/000123"))
        .body("status", equalTo("RECEIVED"))
        .body("process", equalTo("COURT_ORDER"))
        .body("regime", equalTo("NATIONAL"))
        .body("receivedAt", equalTo(answer.<String>path("receivedAt")))
        .body("dueAt", equalTo(answer.<String>path("dueAt")))
        .body("items", hasSize(1))
        .body("items[0].identifier.type", equalTo("PHONE_NUMBER"))
        .body("items[0].identifier.value", equalTo("+4915100000001"))
        .body("items[0].dataTypes", equalTo(List.of("IP_ADDRESS", "PHONE_NUMBER")))
        .body("items[0].from", equalTo("2026-05-01T00:00:00Z"))
        .body("items[0].to", equalTo("2026-11-01T00:00:00Z"))
        .body("items[0].outcome", nullValue())
        .body("items[0].ground", nullValue())
        .body("history", hasSize(1))
        .body("history[0].status", equalTo("RECEIVED"))
        .body("history[0].at", equalTo(answer.<String>path("receivedAt")))
        .body("containsKey('delivery')", equalTo(false));
  }

  @Test
  void submissionIsOnTheLogWithWhatIsAboutPersonsSealed() {
    // Given
    var body = SubmissionBody.sound();

    // When
    String id = Intake.submitted("agency-de", body);

    // Then
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> events.on(Topic.INTAKE_REQUESTS, id).size() == 1);
      var event = events.on(Topic.INTAKE_REQUESTS, id).getFirst();
      var submitted = (RequestSubmitted) event.data();
      assertThat(submitted.getAgency()).isEqualTo("agency-de");
      assertThat(submitted.getCountry()).isEqualTo("DE");
      assertThat(submitted.getDeadlineRule()).isEqualTo("The platform's service level, 30 days");
      assertThat(submitted.getRecipientCertificate().remaining()).isPositive();
      assertThat(submitted.getSealed().remaining()).isPositive();
      assertThat(event.envelope().actor().role()).isEqualTo("agency");
      assertThat(event.envelope().actor().id()).matches("[0-9a-f-]{36}");
      assertThat(event.envelope().sequence()).isEqualTo(1);
      assertThat(submitted.toString())
          .doesNotContain("+49151", "AZ 2026", "Tiergarten", "BtMG", "Dora", "police.example");
      var key = (CaseKeyIssued) events.on(Topic.INTAKE_KEYS, id).getFirst().data();
      assertThat(key.getWrapped())
          .extracting(WrappedKey::getService)
          .containsExactlyInAnyOrder("intake", "review", "disclosure");
    }
  }

  @Test
  void rowsHoldNothingAboutPersonsInTheOpen() throws Exception {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var open = new StringBuilder();
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT * FROM request r JOIN request_item i ON i.request_id = r.id WHERE r.id = '"
                    + id
                    + "'")) {
      row.next();
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        open.append(row.getString(column)).append('\n');
      }
    }

    // Then
    assertThat(open).contains("COURT_ORDER");
    assertThat(open)
        .doesNotContain("+49151", "AZ 2026", "Tiergarten", "BtMG", "Dora", "police.example");
  }

  @Test
  void requestWhoseKeyIsErasedShowsWhatStatisticsNeedAndNoMore() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());
    try (var events = new TestEvents()) {
      await().atMost(PATIENCE).until(() -> !events.on(Topic.INTAKE_KEYS, id).isEmpty());

      // When
      events.eraseKey(id);
      await()
          .atMost(PATIENCE)
          .until(() -> Intake.request("agency-de", id).path("reference") == null);
    }

    // Then
    Intake.request("agency-de", id)
        .then()
        .statusCode(200)
        .body("items[0].identifier.type", equalTo("PHONE_NUMBER"))
        .body("items[0].identifier.value", nullValue())
        .body("process", equalTo("COURT_ORDER"));
  }

  @Test
  void officerSubmitsForTheAgencyThatTheTokenNames() {
    // Given
    var officer =
        Intake.person("dora")
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType("application/json")
            .body(SubmissionBody.sound().toString());

    // When
    String id = officer.post("/v1/requests").then().statusCode(202).extract().path("id");

    // Then
    Intake.request("agency-de", id).then().statusCode(200);
  }

  @Test
  void emergencyIsDueInEightHours() {
    // Given
    var body = SubmissionBody.sound().withText("/process", "EMERGENCY");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body.toString());

    // Then
    assertThat(Instant.parse(answer.path("dueAt")))
        .isEqualTo(Instant.parse(answer.path("receivedAt")).plus(Duration.ofHours(8)));
  }

  @Test
  void largestAcceptedRequestIsAccepted() {
    // Given
    var items =
        IntStream.range(0, 1_000)
            .mapToObj(
                index ->
                    """
                    {"identifier":{"type":"ACCOUNT_ID","value":"%d"},"dataTypes":["IP_ADDRESS"]}
                    """
                        .formatted(1_000_001 + index))
            .collect(Collectors.joining(",", "[", "]"));

    // When
    String id = Intake.submitted("agency-de", SubmissionBody.sound().with("/items", items));

    // Then
    Intake.request("agency-de", id)
        .then()
        .body("items", hasSize(1_000))
        .body("items[0].identifier.value", equalTo("1000001"))
        .body("items[999].identifier.value", endsWith("1001000"));
  }
}
