package org.writ.intake.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;
import org.writ.intake.request.SubmissionBody;

/** Faulty bodies are refused to the letter as the examples of the OpenAPI document say. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusalExamplesTest {

  private static final String ID = UUID.randomUUID().toString();

  private OpenApiDocument document;

  @BeforeEach
  void readDocument() {
    document = OpenApiDocument.read();
    Intake.registerAgencies();
  }

  @Test
  void submission() {
    // Given
    var body =
        SubmissionBody.sound()
            .without("/reference")
            .withText("/items/0/identifier/value", "0151 234567")
            .withText("/validUntil", "2027-02-30");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body.toString());

    // Then
    assertRefused(answer, "post", "/v1/requests");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          olga      | put  | /v1/agencies/{id}                 | {"name":"Polizei","country":"Germany","kind":"POLICE"}
          olga      | post | /v1/agencies/{id}/suspension      | {"reason":"BOREDOM"}
          olga      | post | /v1/agencies/{id}/closure         | {}
          agency-de | put  | /v1/agency/certificate            | {"certificate":"-----BEGIN PRIVATE KEY-----"}
          agency-de | put  | /v1/agency/webhook                | {"url":"https://dora@hooks.police.example/#now"}
          agency-de | post | /v1/requests/{id}/clarification   | {}
          agency-de | post | /v1/requests/{id}/supplement      | {"text":""}
          agency-de | post | /v1/requests/{id}/withdrawal      | {"because":"The court set its order aside."}
          agency-de | post | /v1/requests/{id}/extension       | {"days":30}
          """)
  void faultyBody(String caller, String method, String path, String body) {
    // When
    var answer =
        caller(caller)
            .contentType(OpenApiDocument.JSON_TYPE)
            .body(body)
            .request(method, path.replace("{id}", ID));

    // Then
    assertRefused(answer, method, path);
  }

  @Test
  void documentThatIsNotWhatItsDigestSays() {
    // Given
    String path = "/v1/requests/{id}/documents/{fileName}";
    String id = Intake.submitted("agency-de", SubmissionBody.sound());

    // When
    var answer =
        Intake.agency("agency-de")
            .header("Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
            .contentType("application/pdf")
            .body(Documents.pdf("order"))
            .put(path, id, "order.pdf");

    // Then
    assertRefused(answer, "put", path);
  }

  @ParameterizedTest
  @CsvSource({
    "agency-de,/v1/requests",
    "agency-de,/v1/requests/{id}/items",
    "agency-de,/v1/agency/webhook/messages",
    "olga,/v1/agencies"
  })
  void limitThatIsNone(String caller, String path) {
    // When
    var answer = caller(caller).get(path.replace("{id}", ID) + "?limit=1000");

    // Then
    assertRefused(answer, "get", path);
  }

  private void assertRefused(Response answer, String method, String path) {
    assertThat(answer.contentType()).startsWith(Intake.PROBLEM);
    var expected = (ObjectNode) document.body(method, path, "422").example();
    var refusal = answer.as(JsonNode.class);
    // The path has an id in it, which is another one each time.
    expected.set("instance", refusal.path("instance"));
    assertThat(refusal).isEqualTo(expected);
    assertThat(refusal.path("instance").asText()).startsWith(path.replaceFirst("\\{.*", ""));
  }

  private static RequestSpecification caller(String name) {
    return name.startsWith("agency-") ? Intake.agency(name) : Intake.person(name);
  }
}
