package org.writ.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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
  @CsvSource({"GET,/v1/nothing,404", "DELETE,/v1/cases,405", "PUT,/v1/cases/claims,405"})
  void everyRefusalIsAProblemWithAllFourMembers(String method, String path, int status) {
    Reviewer.RITA
        .request()
        .request(method, path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("title", not(equalTo("")))
        .body("keySet()", hasItems("type", "title", "status", "detail"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/openapi", "/q/metrics"})
  void whatMachinesWatchNeedsNoSignIn(String path) {
    assertThat(RestAssured.given().get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void theApisDocumentNamesEveryCallAndWhatItAnswers() {
    // When
    JsonPath document = RestAssured.given().accept("application/json").get("/q/openapi").jsonPath();

    // Then
    assertThat(document.getMap("paths").keySet())
        .contains(
            "/v1/cases",
            "/v1/cases/claims",
            "/v1/cases/{id}",
            "/v1/cases/{id}/claim",
            "/v1/cases/{id}/release",
            "/v1/cases/{id}/decision",
            "/v1/cases/{id}/confirmation",
            "/v1/cases/{id}/objection",
            "/v1/cases/{id}/clarification",
            "/v1/cases/{id}/verification",
            "/v1/cases/{id}/appeal",
            "/v1/policies",
            "/v1/policies/{id}",
            "/v1/policies/{id}/activation",
            "/v1/policies/{id}/backtests",
            "/v1/jurisdictions",
            "/v1/jurisdictions/{country}",
            "/v1/jurisdictions/{country}/confirmation",
            "/v1/cases/{id}/assignment",
            "/v1/quality",
            "/v1/quality/disagreements",
            "/v1/quality/disagreements/{id}/settlement",
            "/v1/quality/reviews/claims",
            "/v1/quality/reviews/{id}/claim",
            "/v1/quality/reviews/{id}/decision",
            "/v1/conflicts",
            "/v1/conflicts/{agency}/{reviewer}");
    assertThat(document.getMap("paths.'/v1/cases/{id}/decision'.post.responses").keySet())
        .contains("200", "404", "409", "412", "422", "428");
    assertThat(document.getMap("components.schemas.CaseFinding.properties").keySet())
        .contains("rule", "citation", "facts");
    assertThat(document.getList("components.schemas.CaseFactUsed.properties.name.examples"))
        .containsExactly("suspectConfirmed");
    assertThat(document.getMap("components.schemas.Case.properties").keySet())
        .contains("id", "dueAt", "facts", "findings", "items", "documents", "timeline")
        .doesNotContain("version");
  }
}
