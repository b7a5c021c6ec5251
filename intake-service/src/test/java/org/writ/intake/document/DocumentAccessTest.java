package org.writ.intake.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** Who gets to see documents. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DocumentAccessTest {

  private DocumentCalls documents;

  @BeforeEach
  void submit() {
    documents = DocumentCalls.ofNewRequest();
  }

  @Test
  void anotherAgencysRequestLooksLikeNone() {
    // Given
    String documentId = documents.put("order.pdf", Documents.pdf("order")).path("id");
    String none = UUID.randomUUID().toString();

    // When
    var put = documents.put(Intake.agency("agency-fr"), "order.pdf", Documents.pdf("order"));
    var list = documents.list(Intake.agency("agency-fr"));
    var get = documents.get(Intake.agency("agency-fr"), documentId);
    var unknown = Intake.agency("agency-de").get("/v1/requests/{id}/documents", none);
    var otherRequest =
        Intake.agency("agency-de").get("/v1/requests/{id}/documents/{d}", none, documentId);

    // Then
    for (var answer : new Response[] {put, list, get, unknown, otherRequest}) {
      answer.then().statusCode(404).contentType(Intake.PROBLEM);
    }
  }

  @Test
  void reviewServiceReadsAndNobodyElse() {
    // Given
    byte[] order = Documents.pdf("order");
    String documentId = documents.put("order.pdf", order).path("id");

    // When, Then
    assertThat(
            documents
                .get(Intake.service("review"), documentId)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray())
        .isEqualTo(order);
    for (var service : List.of("transparency", "disclosure", "intake")) {
      documents
          .get(Intake.service(service), documentId)
          .then()
          .statusCode(403)
          .contentType(Intake.PROBLEM);
    }
    for (var person : List.of("milo", "rita", "sofia", "ada")) {
      documents
          .get(Intake.person(person), documentId)
          .then()
          .statusCode(403)
          .contentType(Intake.PROBLEM);
    }
    documents.get(given(), documentId).then().statusCode(401);
    documents.get(Intake.service("review"), UUID.randomUUID().toString()).then().statusCode(404);
    documents.put(Intake.person("rita"), "x.pdf", order).then().statusCode(403);
  }
}
