package org.writ.intake.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** The examples of the OpenAPI document fit its schemas, and the service does what they say. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OpenApiExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/json";

  private JsonNode document = JSON.createObjectNode();

  /** An example with the schema that it has to fit. */
  private record Example(String name, JsonNode schema, JsonNode value) {}

  @BeforeEach
  void readDocument() throws Exception {
    Intake.registerAgencies();
    document = JSON.readTree(given().accept(MEDIA_TYPE).get("/q/openapi").asString());
  }

  /** Other tests of this database count on it that there is none. */
  @AfterEach
  void removeWebhook() {
    Intake.agency("agency-fr").delete("/v1/agency/webhook");
  }

  @Test
  void everyExampleFitsItsSchema() {
    // Given
    var examples = examples();

    // When
    var faults = new TreeMap<String, Object>();
    for (Example example : examples) {
      var found = faults(example.schema(), example.value());
      if (!found.isEmpty()) {
        faults.put(example.name(), found);
      }
    }

    // Then
    assertThat(faults).isEmpty();
    assertThat(examples)
        .extracting(Example::name)
        .contains(
            "post /v1/requests request",
            "post /v1/requests 202",
            "get /v1/requests/{id}/receipt 200",
            "put /v1/agency/webhook request",
            "put /v1/agency/webhook 201",
            "get /v1/agency/webhook/messages 200",
            "post /v1/requests/{id}/clarification request",
            "post /v1/requests/{id}/withdrawal request",
            "post /v1/agencies/{id}/suspension request");
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
    var operation = operation(method, path);

    // Then
    assertThat(operation.path("responses").size()).isGreaterThan(1);
  }

  @Test
  void everyFileOfAnExampleIsInTheDocument() throws Exception {
    // Given
    var folder = java.nio.file.Path.of("src/main/resources/openapi-examples");

    // When
    try (var files = java.nio.file.Files.list(folder)) {
      // Then
      assertThat(files.count()).isEqualTo(examples().size());
    }
  }

  @Test
  void submissionOfTheExampleIsAnsweredAsTheDocumentSays() {
    // Given
    var body = example("post", "/v1/requests");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    assertFits(answer, 202, "post", "/v1/requests");
  }

  @Test
  void webhookOfTheExampleIsAnsweredAsTheDocumentSays() {
    // Given
    var body = example("put", "/v1/agency/webhook");

    // When
    var created = put("agency-fr", body);
    var repeated = put("agency-fr", body);
    var seen = Intake.agency("agency-fr").get("/v1/agency/webhook");
    var rotated = Intake.agency("agency-fr").post("/v1/agency/webhook/secret");
    var messages = Intake.agency("agency-fr").get("/v1/agency/webhook/messages");

    // Then
    assertFits(created, 201, "put", "/v1/agency/webhook");
    assertFits(repeated, 200, "put", "/v1/agency/webhook");
    assertFits(seen, 200, "get", "/v1/agency/webhook");
    assertFits(rotated, 200, "post", "/v1/agency/webhook/secret");
    assertFits(messages, 200, "get", "/v1/agency/webhook/messages");
  }

  @Test
  void withdrawalOfTheExampleIsTaken() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());
    var body = example("post", "/v1/requests/{id}/withdrawal");

    // When
    var answer =
        Intake.agency("agency-de")
            .contentType(MEDIA_TYPE)
            .body(body)
            .post("/v1/requests/" + id + "/withdrawal");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void clarificationOfTheExampleIsUnderstoodAndRefusedWhereNothingIsAsked() {
    // Given
    String id = Intake.submitted("agency-de", SubmissionBody.sound());
    var body = example("post", "/v1/requests/{id}/clarification");

    // When
    var answer =
        Intake.agency("agency-de")
            .contentType(MEDIA_TYPE)
            .body(body)
            .post("/v1/requests/" + id + "/clarification");

    // Then
    assertThat(answer.statusCode()).isEqualTo(409);
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

  private void assertFits(Response answer, int status, String method, String path) {
    assertThat(answer.statusCode()).isEqualTo(status);
    var schema = operation(method, path).at("/responses/" + status + "/content/application~1json");
    assertThat(faults(schema.path("schema"), answer.as(JsonNode.class))).isEmpty();
  }

  private static Response put(String agency, String body) {
    return Intake.agency(agency).contentType(MEDIA_TYPE).body(body).put("/v1/agency/webhook");
  }

  private String example(String method, String path) {
    return operation(method, path).at("/requestBody/content/application~1json/example").toString();
  }

  private JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  private List<Example> examples() {
    var examples = new ArrayList<Example>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String name = operation.getKey() + " " + path.getKey() + " ";
        add(examples, name + "request", operation.getValue().path("requestBody"));
        for (var response : operation.getValue().path("responses").properties()) {
          add(examples, name + response.getKey(), response.getValue());
        }
      }
    }
    return examples;
  }

  private static void add(List<Example> examples, String name, JsonNode body) {
    var content = body.path("content").path(MEDIA_TYPE);
    if (content.has("example")) {
      examples.add(new Example(name, content.path("schema"), content.path("example")));
    }
  }

  /** The schema refers to the components of the whole document. */
  private List<String> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.path("components"));
    whole.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
