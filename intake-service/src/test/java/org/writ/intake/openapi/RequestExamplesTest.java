package org.writ.intake.openapi;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.Intake;
import org.writ.intake.document.Documents;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.OwnRequest;

/** Requests, sent and answered as the examples of the OpenAPI document say. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RequestExamplesTest {

  private static final String DELIVERY = "0193f3a1-7b4c-7d2e-8f00-0123456789ab";
  private static final String REQUEST = "/v1/requests/{id}";

  private final CaseKeys keys;
  private OpenApiDocument document;
  private OwnRequest request;

  RequestExamplesTest(CaseKeys keys) {
    this.keys = keys;
  }

  @BeforeEach
  void submit() {
    document = OpenApiDocument.read();
    request = OwnRequest.submitted();
  }

  @AfterEach
  void closeRequest() {
    request.close();
  }

  @Test
  void submission() {
    // Given
    String body = document.example("post", "/v1/requests");

    // When
    var answer = Intake.submit("agency-de", UUID.randomUUID().toString(), body);

    // Then
    document.assertLike(answer, 202, "post", "/v1/requests");
  }

  @Test
  void requestsAndTheirItems() {
    // Given
    request.post("supplement", "{\"text\":\"More.\"}").then().statusCode(200);
    request.review(OtherServices.opened(request.item()));
    request.review(
        OtherServices.decided(
            CaseOutcome.APPROVED, OtherServices.approved(request.item(), "IP_ADDRESS")));
    request.disclose(
        OtherServices.prepared(DELIVERY, OtherServices.disclosed(request.item(), "IP_ADDRESS")));
    request.awaitStatus("AVAILABLE");

    // When
    var view = Intake.request("agency-de", request.id());
    var items = Intake.agency("agency-de").get(REQUEST + "/items", request.id());
    var list = Intake.agency("agency-de").get("/v1/requests?limit=1");

    // Then
    document.assertLike(view, 200, "get", REQUEST);
    document.assertLike(items, 200, "get", REQUEST + "/items");
    document.assertLike(list, 200, "get", "/v1/requests");
  }

  @Test
  void answerToAQuestion() {
    // Given
    request.ask(keys, null);

    // When
    var answer = step("clarification");

    // Then
    document.assertLike(answer, 200, "post", REQUEST + "/clarification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"supplement", "withdrawal"})
  void stepThatIsTakenAtAnyTime(String step) {
    // When
    var answer = step(step);

    // Then
    document.assertLike(answer, 200, "post", REQUEST + "/" + step);
  }

  @Test
  void extension() {
    // Given
    request.disclose(OtherServices.preserved(Instant.now().plus(Duration.ofDays(90))));
    request.awaitStatus("PRESERVED");

    // When
    var answer = step("extension");

    // Then
    document.assertLike(answer, 200, "post", REQUEST + "/extension");
  }

  @Test
  void documents() {
    // Given
    String path = REQUEST + "/documents";

    // When
    var received = putDocument();
    var repeated = putDocument();
    var list = Intake.agency("agency-de").get(path, request.id());

    // Then
    document.assertLike(received, 201, "put", path + "/{fileName}");
    document.assertLike(repeated, 200, "put", path + "/{fileName}");
    document.assertLike(list, 200, "get", path);
  }

  private Response step(String step) {
    return request.post(step, document.example("post", REQUEST + "/" + step));
  }

  private Response putDocument() {
    return Intake.agency("agency-de")
        .contentType("application/pdf")
        .body(Documents.pdf("order"))
        .put(REQUEST + "/documents/Beschluss.pdf", request.id());
  }
}
