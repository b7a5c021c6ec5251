package org.writ.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;

/** What all addresses of the service have in common. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(SigningFiles.class)
class OutsideTest {

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/nothing,404",
    "DELETE,/v1/deliveries,405",
    "GET,/v1/deliveries/x,404",
    "GET,/v1/deliveries/x/package,404",
    "GET,/v1/deliveries?limit=0,422"
  })
  void everyRefusalIsAProblem(String method, String path, int status) {
    // Given
    var request = given().auth().oauth2(TestTokens.client("agency-de"));

    // When
    Response response = request.request(method, path);

    // Then
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.<Map<String, Object>>path(""))
        .containsKeys("type", "title", "detail")
        .containsEntry("status", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/openapi", "/q/metrics"})
  void whatMachinesWatchNeedsNoSignIn(String path) {
    assertThat(given().get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void documentOfTheApiNamesEveryCallAndWhatItAnswers() {
    // When
    JsonPath document = given().accept("application/json").get("/q/openapi").jsonPath();

    // Then
    assertThat(document.getMap("paths").keySet())
        .contains(
            "/v1/deliveries",
            "/v1/deliveries/{id}",
            "/v1/deliveries/{id}/package",
            "/v1/deliveries/{id}/acknowledgement");
    assertThat(document.getMap("paths.'/v1/deliveries/{id}/package'.get.responses").keySet())
        .contains("200", "404", "409", "410");
    assertThat(document.getMap("components.schemas.DeliveryView.properties").keySet())
        .isEqualTo(
            java.util.Set.of("id", "requestId", "status", "frozen", "sha256", "size", "expiresAt"));
  }
}
