package org.writ.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;

/** What all addresses of the service have in common. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OutsideTest {

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/nothing,404",
    "GET,/nothing,404",
    "DELETE,/v1/requests,405",
    "POST,/v1/requests/1,405",
    "PATCH,/v1/agencies/a,405"
  })
  void everyRefusalIsAProblemWithAllFourMembers(String method, String path, int status) {
    // Given
    var caller = Intake.agency("agency-de");

    // When
    var answer = caller.request(method, path);

    // Then
    answer
        .then()
        .statusCode(status)
        .contentType(Intake.PROBLEM)
        .body("type", equalTo("about:blank"))
        .body("title", not(equalTo("")))
        .body("status", equalTo(status))
        .body("detail", not(equalTo("")))
        .body("keySet()", hasItems("type", "title", "status", "detail"));
  }

  @Test
  void answerThatTheCallerDoesNotReadIsRefused() {
    // Given
    var caller = Intake.agency("agency-de").accept("text/html");

    // When
    var answer = caller.get("/v1/requests");

    // Then
    answer.then().statusCode(406).body("status", equalTo(406));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/openapi", "/q/metrics"})
  void whatMachinesWatchNeedsNoSignIn(String path) {
    // Given nobody

    // When
    var answer = given().get(path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void openApiDocumentDescribesTheCallsAndTheirAnswers() {
    // Given
    var document = given().accept("application/json");

    // When
    var answer = document.get("/q/openapi");

    // Then
    answer
        .then()
        .body("paths.keySet()", hasItems("/v1/requests", "/v1/requests/{id}", "/v1/agencies/{id}"))
        .body("paths.'/v1/requests'.post.parameters.name", hasItems("Idempotency-Key"))
        .body(
            "paths.'/v1/requests'.post.responses.keySet()",
            hasItems("202", "400", "401", "403", "413", "415", "422"))
        .body(
            "components.schemas.Problem.properties.keySet()",
            hasItems("type", "title", "status", "detail", "errors"))
        .body(
            "components.schemas.Identifier.properties.keySet()",
            containsInAnyOrder("type", "value"))
        .body("components.schemas.Submission.required", hasItems("reference", "items", "officer"))
        .body("components.schemas.Submission.required", not(hasItems("validUntil")))
        .body("components.schemas.Submission.properties", hasKey("userNotice"))
        .body(
            "components.schemas.Acceptance.properties.keySet()",
            containsInAnyOrder("id", "status", "receivedAt", "dueAt"));
  }
}
