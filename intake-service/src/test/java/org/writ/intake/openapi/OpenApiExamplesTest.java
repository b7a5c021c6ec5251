package org.writ.intake.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.openapi.OpenApiDocument.Body;

/** The examples of the OpenAPI document fit its schemas, and none is missing. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OpenApiExamplesTest {

  private OpenApiDocument document;

  @BeforeEach
  void readDocument() {
    document = OpenApiDocument.read();
  }

  @Test
  void everyExampleFitsItsSchema() {
    // Given
    var examples = document.bodies().stream().filter(Body::hasExample).toList();

    // When
    var faults = new TreeMap<String, Object>();
    for (Body body : examples) {
      var found = document.faults(body.schema(), body.example());
      if (!found.isEmpty()) {
        faults.put(body.name(), found);
      }
    }

    // Then
    assertThat(examples).hasSizeGreaterThan(50);
    assertThat(faults).isEmpty();
  }

  /** What parked events look like is the log's affair, in all services. */
  @Test
  void everyBodyHasAnExample() {
    // Given
    var bodies = document.bodies();

    // When
    var without =
        bodies.stream()
            .filter(body -> body.name().matches(".* (request|2..|422)"))
            .filter(body -> !body.name().contains(" /v1/parked"))
            .filter(body -> !body.hasExample())
            .map(Body::name);

    // Then
    assertThat(without).isEmpty();
  }

  @Test
  void everyFileOfAnExampleIsInTheDocument() throws IOException {
    // Given
    var folder = Path.of("src/main/resources/openapi-examples");
    var examples = document.bodies().stream().map(Body::example).toList();

    // When
    var values = new ArrayList<JsonNode>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        values.add(new ObjectMapper().readTree(Files.readString(file)));
      }
    }

    // Then
    assertThat(values).isNotEmpty().isSubsetOf(examples);
  }

  /** What clients of other people are written against. */
  @ParameterizedTest
  @CsvSource({
    "/v1/requests,post",
    "/v1/requests,get",
    "/v1/requests/{id},get",
    "/v1/requests/{id}/documents/{fileName},put",
    "/v1/requests/{id}/clarification,post",
    "/v1/requests/{id}/withdrawal,post",
    "/v1/requests/{id}/extension,post",
    "/v1/requests/{id}/receipt,get",
    "/v1/agency/webhook,put",
    "/v1/agency/certificate,put",
    "/hi1,post"
  })
  void promisedCallIsInTheDocument(String path, String method) {
    // Given the document

    // When
    var operation = document.operation(method, path);

    // Then
    assertThat(operation.path("responses").size()).isGreaterThan(1);
  }

  @Test
  void listsAreAskedForPageByPage() {
    // Given
    var operation = document.operation("get", "/v1/requests");

    // When
    var parameters = operation.path("parameters");

    // Then
    assertThat(parameters)
        .extracting(parameter -> parameter.path("name").asText())
        .containsExactlyInAnyOrder("limit", "cursor");
    assertThat(parameters)
        .extracting(parameter -> parameter.path("description").asText())
        .containsExactlyInAnyOrder("Entries on a page", "nextCursor of the page before");
  }

  @Test
  void pageShowsTheDocumentAndTakesNothingFromElsewhere() {
    // Given nobody

    // When
    var page = given().get("/q/swagger-ui/");

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("/q/openapi").doesNotContain("https://");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
  }
}
