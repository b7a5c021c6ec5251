package org.writ.intake.agency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;
import org.writ.intake.webhook.HookServer;

/** What becomes of what a closed agency had open. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ClosureTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DataSource dataSource;
  private final TestClient agency = TestClient.ofThisTest().in("agency");
  private final String token = agency.token();

  ClosureTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void register() {
    Intake.register(agency.id(), "XX", Certificates.sound()).then().statusCode(200);
  }

  @Test
  void closureWithdrawsWhatIsNotAnswered() {
    // Given
    String request = submitted();

    // When
    step("closure", "{\"reason\":\"MERGED\"}").then().statusCode(200);

    // Then
    assertThat(steps(request, 2)).containsExactly(RequestSubmitted.class, RequestWithdrawn.class);
  }

  @Test
  void closureLeavesNothingFrozen() {
    // Given
    String request = submitted();
    step("suspension", "{\"reason\":\"LEGAL\"}")
        .then()
        .statusCode(200)
        .body("requests", equalTo(1));

    // When
    step("closure", "{\"reason\":\"DISSOLVED\"}").then().statusCode(200);

    // Then
    assertThat(steps(request, 4))
        .containsExactly(
            RequestSubmitted.class,
            RequestFrozen.class,
            RequestWithdrawn.class,
            RequestUnfrozen.class);
  }

  @Test
  void messagesToAClosedAgencyAreParked() {
    // Given a message that was not taken
    try (var server = new HookServer()) {
      server.always(500);
      String url = SubmissionBody.JSON.createObjectNode().put("url", server.url()).toString();
      call().contentType("application/json").body(url).put("/v1/agency/webhook");
      String id =
          call().post("/v1/agency/webhook/test").then().statusCode(202).extract().path("id");
      await().atMost(PATIENCE).until(() -> !server.received().isEmpty());

      // When
      step("closure", "{\"reason\":\"MERGED\"}").then().statusCode(200);

      // Then
      await().atMost(PATIENCE).until(() -> isParked(id));
    }
  }

  /** Whether the message is parked; if it is not, its next attempt is due. */
  private boolean isParked(String id) throws SQLException {
    try (var connection = dataSource.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE webhook_message SET next_attempt_at = UTC_TIMESTAMP(3)"
                    + " WHERE id = ? AND status = 'PENDING'");
        var select =
            connection.prepareStatement(
                "SELECT 1 FROM webhook_message WHERE id = ? AND status = 'PARKED'"
                    + " AND last_error = 'The agency is closed.'")) {
      update.setString(1, id);
      update.executeUpdate();
      select.setString(1, id);
      return select.executeQuery().next();
    }
  }

  private RequestSpecification call() {
    return given().auth().oauth2(token);
  }

  private String submitted() {
    return call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(SubmissionBody.sound().toString())
        .post("/v1/requests")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private Response step(String step, String body) {
    return Intake.person("olga")
        .contentType("application/json")
        .body(body)
        .post("/v1/agencies/" + agency.id() + "/" + step);
  }

  private static List<Class<? extends SpecificRecord>> steps(String request, int number) {
    try (var events = new TestEvents()) {
      List<Event> found =
          await()
              .atMost(PATIENCE)
              .until(() -> events.on(Topic.INTAKE_REQUESTS, request), all -> all.size() >= number);
      return found.stream().<Class<? extends SpecificRecord>>map(e -> e.data().getClass()).toList();
    }
  }
}
