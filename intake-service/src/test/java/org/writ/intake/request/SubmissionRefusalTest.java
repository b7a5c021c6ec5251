package org.writ.intake.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.intake.Intake;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SubmissionRefusalTest {

  @BeforeEach
  void registerAgencies() {
    Intake.registerAgencies();
  }

  @Test
  void everyFaultIsNamedAtOnceByItsPointer() {
    // Given
    var body =
        SubmissionBody.sound()
            .without("/reference")
            .withText("/items/0/identifier/value", "0151")
            .with("/extra", "1");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body.toString());

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("type", equalTo("about:blank"))
        .body("title", equalTo("Unprocessable Content"))
        .body("status", equalTo(422))
        .body("detail", equalTo("3 fault(s); each is named in errors."))
        .body(
            "errors.pointer",
            containsInAnyOrder("/reference", "/items/0/identifier/value", "/extra"))
        .body("errors.detail", everyItem(not(equalTo(""))));
  }

  @Test
  void halfCharacterInANameOrAValueIsAFaultAndNotAFailure() {
    // Given
    String body =
        SubmissionBody.sound()
            .toString()
            .replace("\"AZ 2026/000123\"", "\"\\ud800\", \"\\udc00\": 1");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    answer
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/reference", "/\uFFFD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{", "{\"a\":1,\"a\":2}", "{} {}"})
  void bodyThatIsNotJsonIsRefused(String body) {
    // Given a body that is no JSON

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    answer.then().statusCode(400).contentType(Intake.PROBLEM).body("status", equalTo(400));
  }

  @Test
  void submissionWithoutKeyIsRefused() {
    // Given
    var request =
        Intake.agency("agency-de")
            .contentType("application/json")
            .body(SubmissionBody.sound().toString());

    // When
    var answer = request.post("/v1/requests");

    // Then
    answer
        .then()
        .statusCode(400)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("Idempotency-Key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void otherMediaTypeIsRefused(String mediaType) {
    // Given
    var request =
        Intake.agency("agency-de")
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType(mediaType)
            .body("a=b");

    // When
    var answer = request.post("/v1/requests");

    // Then
    answer.then().statusCode(415).contentType(Intake.PROBLEM).body("status", equalTo(415));
  }

  @ParameterizedTest
  @ValueSource(ints = {2 * 1024 * 1024 + 1, 4 * 1024 * 1024})
  void bodyThatIsTooLongWithoutItsItemsIsRefused(int bytes) {
    // Given
    String body = " ".repeat(bytes);

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    answer
        .then()
        .statusCode(413)
        .contentType(Intake.PROBLEM)
        .body("status", equalTo(413))
        .body("detail", containsString("2097152"));
  }

  @Test
  void bodyThatAnnouncesNothingIsRefusedOnceItIsTooLong() throws Exception {
    // Given
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/requests"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + TestTokens.client("agency-de"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () ->
                        new ByteArrayInputStream(
                            " ".repeat(2 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8))))
            .build();

    // When
    HttpResponse<String> answer;
    try (var http = HttpClient.newHttpClient()) {
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Intake.PROBLEM);
  }

  @Test
  void callerWithoutTokenIsAskedToSignIn() {
    // Given
    var request = given().contentType("application/json").header("Idempotency-Key", "k").body("{}");

    // When
    var answer = request.post("/v1/requests");

    // Then
    answer
        .then()
        .statusCode(401)
        .contentType(Intake.PROBLEM)
        .body("type", equalTo("about:blank"))
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("title", equalTo("Unauthorized"))
        .body("status", equalTo(401));
  }

  @Test
  void forgedTokenIsRefused() {
    // Given
    String token = TestTokens.client("agency-de");
    String forged = token.substring(0, token.lastIndexOf('.')) + ".c2lnbmF0dXJl";

    // When
    var answer = given().auth().oauth2(forged).get("/v1/requests");

    // Then
    answer.then().statusCode(401).contentType(Intake.PROBLEM).body("status", equalTo(401));
  }

  @Test
  void callerWithAnotherRoleIsRefused() {
    // Given
    var reviewer = Intake.person("rita");

    // When
    var answer = reviewer.get("/v1/requests");

    // Then
    answer.then().statusCode(403).contentType(Intake.PROBLEM).body("title", equalTo("Forbidden"));
  }

  @Test
  void agencyThatIsNotRegisteredIsRefused() {
    // Given an agency that has a client and is not registered

    // When
    var answer = Intake.submit("agency-in", "key", SubmissionBody.sound().toString());

    // Then
    answer
        .then()
        .statusCode(403)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("not registered"));
  }
}
