package org.writ.intake.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;
import org.writ.intake.request.SubmissionBody;

/** Calls with tokens that the local realm does not issue, on a connection without TLS. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(OwnIssuer.class)
class BoundTokensTest {

  @Test
  void tokenThatIsBoundToAnotherCertificateIsRefused() {
    // Given
    String bound = ",\"cnf\":{\"x5t#S256\":\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}";
    String stolen = OwnIssuer.token("1", "agency-fr", "agency", bound);

    // When
    var answer = call(stolen);

    // Then
    answer
        .then()
        .statusCode(401)
        .contentType(Intake.PROBLEM)
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void tokenThatIsBoundToNothingIsTakenWhereNoneHasToBe() {
    // Given
    String token = OwnIssuer.token("1", "agency-fr", "agency", "");

    // When
    var answer = call(token);

    // Then
    answer.then().statusCode(200);
  }

  @Test
  void clientThatIsNotOnFileDoesNotActForTheAgencyThatItNames() {
    // Given
    String token = OwnIssuer.token("1", "somebody", "agency", ",\"agency\":\"agency-fr\"");

    // When
    var answer = call(token);

    // Then
    answer.then().statusCode(403).body("detail", containsString("client"));
  }

  @Test
  void agencyWhoseCertificateHasExpiredIsToldToGiveAnother() {
    // Given
    String agency = "agency-" + UUID.randomUUID();
    Instant end = Instant.now().plusSeconds(8);
    register(agency, Certificates.validFromTo("2025-01-01T00:00:00Z", end.toString()));

    // When
    var refused =
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> submit(agency), answer -> answer.statusCode() != 202);

    // Then
    refused
        .then()
        .statusCode(409)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("PUT /v1/agency/certificate"));
  }

  private static void register(String agency, String certificate) {
    String path = "/v1/agencies/" + agency;
    given()
        .auth()
        .oauth2(OwnIssuer.token("2", "cli", "ops", ""))
        .contentType("application/json")
        .body(Intake.registration("DE", certificate).toString())
        .put(path)
        .then()
        .statusCode(201);
    given()
        .auth()
        .oauth2(OwnIssuer.token("3", "cli", "ops", ""))
        .post(path + "/approval")
        .then()
        .statusCode(200);
  }

  private static Response submit(String agency) {
    return given()
        .auth()
        .oauth2(OwnIssuer.token("4", agency, "agency", ""))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(SubmissionBody.sound().toString())
        .post("/v1/requests");
  }

  private static Response call(String token) {
    return given().auth().oauth2(token).get("/v1/requests");
  }
}
