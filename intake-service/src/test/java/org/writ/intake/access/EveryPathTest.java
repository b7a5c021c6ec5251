package org.writ.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.EveryPathRules;
import org.writ.eventlog.testing.Operation;
import org.writ.eventlog.testing.TestClient;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.testing.TestTokens;
import org.writ.intake.Intake;
import org.writ.intake.agency.Certificates;
import org.writ.intake.document.Documents;
import org.writ.intake.request.SubmissionBody;

/** Whom an agency's things are not for, on every path. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EveryPathTest extends EveryPathRules {

  private static final Predicate<Operation> OF_AGENCIES = it -> it.isFor("agency");
  private static final Predicate<Operation> ABOUT_SOMETHING = it -> !it.parameters().isEmpty();

  /** What a call has to say in order to be about what its path names. */
  private static final Map<String, String> BODIES =
      Map.of(
          "/v1/requests/{id}/clarification", "{\"answer\":\"The first one\"}",
          "/v1/requests/{id}/supplement", "{\"text\":\"It is urgent\"}",
          "/v1/requests/{id}/withdrawal", "{\"reason\":\"The case is closed\"}",
          "/v1/requests/{id}/extension", "{}");

  /**
   * An agency that has something of everything.
   *
   * @param id the agency's
   * @param token of its own client
   * @param request that it submitted
   * @param document of that request
   * @param message to its webhook
   */
  private record Owner(String id, String token, String request, String document, String message) {

    static Owner registered() {
      var client = TestClient.ofThisTest().in("agency");
      Intake.register(client.id(), "DE", Certificates.sound()).then().statusCode(200);
      String token = client.token();
      String request =
          as(token)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .contentType("application/json")
              .body(SubmissionBody.sound().toString())
              .post("/v1/requests")
              .path("id");
      String document =
          as(token)
              .contentType("application/pdf")
              .body(Documents.pdf("order"))
              .put("/v1/requests/" + request + "/documents/order.pdf")
              .path("id");
      as(token)
          .contentType("application/json")
          .body("{\"url\":\"http://localhost:9/hook\"}")
          .put("/v1/agency/webhook")
          .then()
          .statusCode(201);
      String message = as(token).post("/v1/agency/webhook/test").path("id");
      assertThat(List.of(request, document, message)).doesNotContainNull();
      return new Owner(client.id(), token, request, document, message);
    }

    /** Asks for what is this agency's. */
    Response ask(Operation operation, String caller) {
      String id = operation.path().contains("/messages/") ? message : request;
      return EveryPathTest.ask(
          operation, caller, Map.of("id", id, "documentId", document, "fileName", "order.pdf"));
    }
  }

  @Test
  void whatIsAnothersDoesNotExistOnAnyPath() {
    // Given
    var owner = Owner.registered();
    String other = Owner.registered().token();
    String before = file(owner);
    var unknown =
        Map.of(
            "id", UUID.randomUUID().toString(),
            "documentId", UUID.randomUUID().toString(),
            "fileName", "order.pdf");

    // Then
    var which = OF_AGENCIES.and(ABOUT_SOMETHING);
    requireOnEveryPath(404, which, operation -> owner.ask(operation, other));
    Operation.all().stream()
        .filter(which)
        .forEach(
            operation ->
                assertThat(owner.ask(operation, other).<String>path("detail"))
                    .as(operation.toString())
                    .isEqualTo(ask(operation, other, unknown).path("detail")));
    assertThat(file(owner)).isEqualTo(before);
    // Or the calls would have been about nothing.
    Operation.all().stream()
        .filter(which)
        .forEach(
            operation -> {
              Response own = owner.ask(operation, owner.token());
              assertThat(own.statusCode())
                  .as(operation.toString())
                  .isNotIn(400, 401, 403, 415, 422);
              if (own.statusCode() == 404) {
                // A receipt that the ledger does not have yet is missing to its owner, in other
                // words.
                assertThat(own.<String>path("detail"))
                    .as(operation.toString())
                    .isNotEqualTo(ask(operation, other, unknown).path("detail"));
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "suspension, '{\"reason\":\"LEGAL\"}', suspended",
    "closure, '{\"reason\":\"DISSOLVED\"}', closed",
    "officers/%s/block, '', account"
  })
  void whoIsStoppedIsRefusedOnEveryPath(String step, String body, String said) {
    // Given
    var owner = Owner.registered();
    String account = TestTokens.claims(owner.token()).get("sub").asText();
    var operator = Intake.person("olga").contentType("application/json").body(body);

    // When
    operator
        .post("/v1/agencies/" + owner.id() + "/" + step.formatted(account))
        .then()
        .statusCode(200);

    // Then
    requireOnEveryPath(403, said, OF_AGENCIES, operation -> owner.ask(operation, owner.token()));
  }

  /** What is remembered of a token must not outlive it. */
  @Test
  void tokenThatWasGoodAMomentAgoIsNoneOnceItHasExpired() {
    // Given
    String token = TestClient.ofThisTest().in("agency").lasting(Duration.ofSeconds(4)).token();
    int before = as(token).get("/v1/requests").statusCode();
    Instant end = Instant.ofEpochSecond(TestTokens.claims(token).get("exp").asLong());

    // When
    await().pollInterval(Duration.ofMillis(100)).until(() -> Instant.now().isAfter(end));

    // Then
    assertThat(before).isEqualTo(200);
    as(token).get("/v1/requests").then().statusCode(401);
  }

  private static Response ask(Operation operation, String caller, Map<String, String> values) {
    var request = as(caller);
    if (operation.method().equals("PUT") && operation.path().contains("/documents/")) {
      request.body(Documents.pdf("order"));
    } else if (!operation.mediaType().isEmpty()) {
      request.body(BODIES.getOrDefault(operation.path(), "{}"));
    }
    return operation.call(request, values);
  }

  private static String file(Owner owner) {
    return as(owner.token()).get("/v1/requests/" + owner.request()).asString()
        + as(owner.token()).get("/v1/requests/" + owner.request() + "/documents").asString()
        + as(owner.token()).get("/v1/agency").asString();
  }
}
