package org.writ.intake.agency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Certificates that no package can be encrypted to any more. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ExpiredCertificateTest {

  private final TestClient agency = TestClient.ofThisTest().in("agency");
  private final String token = agency.token();

  @Test
  void agencyWhoseCertificateHasExpiredIsToldToGiveAnotherAndHasItsEarlierAnswers() {
    // Given
    Instant end = Instant.now().plusSeconds(8);
    Intake.register(
            agency.id(), "DE", Certificates.validFromTo("2025-01-01T00:00:00Z", end.toString()))
        .then()
        .statusCode(200);
    String key = UUID.randomUUID().toString();
    String id = submit(key).then().statusCode(202).extract().path("id");

    // When
    var refused =
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofSeconds(1))
            .until(this::submit, answer -> answer.statusCode() != 202);
    var again = submit(key);
    var other = submit(key, SubmissionBody.sound().with("/suspectConfirmed", "false"));

    // Then
    refused
        .then()
        .statusCode(409)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("PUT /v1/agency/certificate"));
    again.then().statusCode(202).body("id", equalTo(id));
    other.then().statusCode(409);
    give(Certificates.sound()).then().statusCode(200);
    submit().then().statusCode(202);
  }

  @Test
  void certificateThatWasReplacedNeverCountsAgain() {
    // Given one that is valid for long, and another in its place
    Intake.register(agency.id(), "DE", Certificates.sound()).then().statusCode(200);
    Instant end = Instant.now().plusSeconds(8);
    give(Certificates.validFromTo("2025-01-01T00:00:00Z", end.toString())).then().statusCode(200);

    // When
    var refused =
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofSeconds(1))
            .until(this::submit, answer -> answer.statusCode() != 202);

    // Then
    refused.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void certificateThatIsValidLaterDoesNotCountYet() {
    // Given
    var replaced = certificate("2025-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
    var later = certificate("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
    var newestFirst = List.of(later, replaced);

    // When
    var before = RegisteredAgencies.newestBegun(newestFirst, Instant.parse("2026-12-31T00:00:00Z"));
    var during = RegisteredAgencies.newestBegun(newestFirst, Instant.parse("2027-01-01T00:00:00Z"));
    var after = RegisteredAgencies.newestBegun(newestFirst, Instant.parse("2029-01-01T00:00:00Z"));

    // Then
    assertThat(before).isEqualTo(replaced);
    assertThat(during).isEqualTo(later);
    assertThat(after).isEqualTo(later);
  }

  private static RecipientCertificate certificate(String from, String to) {
    return RecipientCertificate.ofPem(Certificates.validFromTo(from, to)).orElseThrow();
  }

  @Test
  void certificateThatHasExpiredIsNotTaken() {
    // Given
    String expired = Certificates.validFromTo("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    Intake.register(agency.id(), "DE", Certificates.sound()).then().statusCode(200);

    // When
    var given = give(expired);
    var proposed = Intake.propose(agency.id(), Intake.registration("FR", expired));

    // Then
    given.then().statusCode(422).body("errors.pointer", contains("/certificate"));
    proposed.then().statusCode(422).body("errors.pointer", contains("/certificate"));
  }

  private Response submit() {
    return submit(UUID.randomUUID().toString());
  }

  private Response submit(String key) {
    return submit(key, SubmissionBody.sound());
  }

  private Response submit(String key, SubmissionBody body) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body.toString())
        .post("/v1/requests");
  }

  private Response give(String certificate) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(SubmissionBody.JSON.createObjectNode().put("certificate", certificate).toString())
        .put("/v1/agency/certificate");
  }
}
