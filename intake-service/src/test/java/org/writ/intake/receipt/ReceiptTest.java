package org.writ.intake.receipt;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.eventlog.wire.EventDigest;
import org.writ.events.Topic;
import org.writ.intake.Intake;
import org.writ.intake.OtherServers;
import org.writ.intake.request.SubmissionBody;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(OtherServers.class)
class ReceiptTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] SIBLING = new byte[32];

  private String id = "";

  @BeforeEach
  void submit() {
    Intake.registerAgencies();
    id = Intake.submitted("agency-de", SubmissionBody.sound());
  }

  @Test
  void submissionThatTheLedgerHasIsProved() throws Exception {
    // Given
    var entry = entry();
    ledgerAnswers(entry, 200, proof(entry.bytes()));

    // When
    var answer = receipt("agency-de", id);

    // Then
    answer
        .then()
        .statusCode(200)
        .body("requestId", equalTo(id))
        .body("entry", equalTo(base64(entry.bytes())))
        .body("leafIndex", equalTo(1))
        .body("treeSize", equalTo(2))
        .body("leafHash", equalTo(base64(leaf(entry.bytes()))))
        .body("proof", equalTo(List.of(base64(SIBLING))))
        .body("checkpoint", equalTo("writ.example/ledger\n2\nroot\n\n\u2014 key sig\n"));
  }

  @Test
  void submissionThatTheLedgerDoesNotHaveYetHasNoReceiptYet() {
    // Given the ledger that has nothing of it

    // When
    var answer = receipt("agency-de", id);

    // Then
    answer
        .then()
        .statusCode(404)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("does not have this submission yet"));
  }

  @Test
  void receiptOfAnotherAgencyIsUnknownEvenIfThereIsOne() throws Exception {
    // Given
    var entry = entry();
    ledgerAnswers(entry, 200, proof(entry.bytes()));

    // When
    var answer = receipt("agency-fr", id);

    // Then
    answer.then().statusCode(404).body("detail", equalTo("You have no request with this id."));
  }

  @Test
  void requestThatWasNeverSubmittedHasNoReceipt() {
    // Given
    var unknown = UUID.randomUUID().toString();

    // When
    var answer = receipt("agency-de", unknown);

    // Then
    answer.then().statusCode(404).body("detail", equalTo("You have no request with this id."));
  }

  @ParameterizedTest
  @CsvSource({"500,{}", "200,<html>", "200,{}", "200,null", "301,{}"})
  void ledgerThatAnswersSomethingElseIsUnavailable(int status, String body) {
    // Given
    ledgerAnswers(entry(), status, body);

    // When
    var answer = receipt("agency-de", id);

    // Then
    answer
        .then()
        .statusCode(503)
        .contentType(Intake.PROBLEM)
        .header("Retry-After", equalTo("10"))
        .body("title", equalTo("Service Unavailable"))
        .body("detail", not(containsString("localhost")));
  }

  @Test
  void proofOfAnotherEntryIsNotPassedOn() throws Exception {
    // Given
    ledgerAnswers(entry(), 200, proof(new byte[32]));

    // When
    var answer = receipt("agency-de", id);

    // Then
    answer.then().statusCode(503);
  }

  @Test
  void reviewersHaveNoReceipts() {
    // Given
    var reviewer = Intake.person("rita");

    // When
    var answer = reviewer.get("/v1/requests/" + id + "/receipt");

    // Then
    answer.then().statusCode(403);
  }

  private static io.restassured.response.Response receipt(String agency, String request) {
    return Intake.agency(agency).get("/v1/requests/" + request + "/receipt");
  }

  /** As the ledger computes it: from what stands on Kafka. */
  private EventDigest entry() {
    try (var events = new TestEvents()) {
      return await()
          .atMost(PATIENCE)
          .until(() -> events.on(Topic.INTAKE_REQUESTS, id), found -> !found.isEmpty())
          .getFirst()
          .digest();
    }
  }

  private static void ledgerAnswers(EventDigest entry, int status, String body) {
    OtherServers.answer("/v1/receipts/" + entry.hex(), status, body);
  }

  private static String proof(byte[] entry) throws Exception {
    return """
    {"leafIndex":1,"treeSize":2,"leafHash":"%s","proof":["%s"],
     "checkpoint":"writ.example/ledger\\n2\\nroot\\n\\n\u2014 key sig\\n"}
    """
        .formatted(base64(leaf(entry)), base64(SIBLING));
  }

  private static byte[] leaf(byte[] entry) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    return sha256.digest(entry);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
