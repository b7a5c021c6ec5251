package org.writ.intake.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Calls while the database cannot be reached: to be made again, and nothing is lost or doubled. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(value = DatabaseLine.class, restrictToAnnotatedClass = true)
class DatabaseAwayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AGENCY = "agency-de";

  private final String key = UUID.randomUUID().toString();
  private final String body = SubmissionBody.sound().toString();

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @AfterEach
  void restore() {
    DatabaseLine.restore();
    await().atMost(PATIENCE).until(() -> list().statusCode() == 200);
  }

  @Test
  void callsAreAnsweredWith503AndSucceedLater() {
    // Given
    DatabaseLine.cut();

    // When
    var submitted = Intake.submit(AGENCY, key, body);
    var listed = list();
    var file = Intake.person("olga").get("/v1/agencies/" + AGENCY);

    // Then
    for (Response answer : new Response[] {submitted, listed, file}) {
      answer
          .then()
          .statusCode(503)
          .contentType(Intake.PROBLEM)
          .header("Retry-After", not(nullValue()));
    }

    // When
    DatabaseLine.restore();

    // Then
    await().atMost(PATIENCE).until(() -> Intake.submit(AGENCY, key, body).statusCode() == 202);
  }

  @Test
  void messageOfTheHandoverInterfaceIsAnsweredInTheStandardsForm() {
    // The filter before every call remembers for a second how the agency stands: it must not be the
    // one that answers.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              // Given
              DatabaseLine.restore();
              await().atMost(PATIENCE).until(() -> list().statusCode() == 200);
              DatabaseLine.cut();

              // When
              var answer =
                  Intake.agency(AGENCY)
                      .contentType("application/json")
                      .body("{\"Header\": {}}")
                      .post("/hi1");

              // Then
              answer.then().statusCode(503).header("Retry-After", not(nullValue()));
              assertThat(answer.contentType()).startsWith("application/json");
              assertThat(answer.<Integer>path("Payload.ResponsePayload.ErrorInformation.ErrorCode"))
                  .isEqualTo(3000);
            });
  }

  private static Response list() {
    return Intake.agency(AGENCY).get("/v1/requests?limit=1");
  }
}
