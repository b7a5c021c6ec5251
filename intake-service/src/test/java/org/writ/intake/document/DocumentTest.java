package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.DocumentReceived;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Documents, where no scanner is configured. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DocumentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject DataSource dataSource;
  private String id = "";

  @BeforeEach
  void submit() {
    Intake.registerAgencies();
    id = Intake.submitted("agency-de", SubmissionBody.sound());
  }

  private Response put(String fileName, byte[] document) {
    return put(Intake.agency("agency-de"), fileName, document);
  }

  private Response put(RequestSpecification caller, String fileName, byte[] document) {
    return caller
        .contentType("application/octet-stream")
        .body(document)
        .put("/v1/requests/{id}/documents/{name}", id, fileName);
  }

  private Response get(RequestSpecification caller, String documentId) {
    return caller.get("/v1/requests/{id}/documents/{document}", id, documentId);
  }

  @Test
  void documentIsReceivedListedAndComesBackByteForByte() {
    // Given
    byte[] order = Documents.pdf(3_000_000);
    String name = "Beschluss आदेश 🧾.pdf";

    // When
    var answer = put(name, order);

    // Then
    String documentId =
        answer
            .then()
            .statusCode(201)
            .body("fileName", equalTo(name))
            .body("kind", equalTo("ORDER"))
            .body("mediaType", equalTo("application/pdf"))
            .body("size", equalTo(3_000_000))
            .body("sha256", equalTo(DigestUtils.sha256Hex(order)))
            .body("scan", equalTo("NO_SCANNER"))
            .extract()
            .path("id");
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .statusCode(200)
        .body("items.id", contains(documentId))
        .body("items.fileName", contains(name))
        .body("nextCursor", nullValue());
    byte[] back =
        get(Intake.agency("agency-de"), documentId)
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("application/pdf"))
            .header("Content-Length", "3000000")
            .header("Content-Disposition", startsWith("attachment; filename=\"" + documentId))
            .header("Content-Disposition", containsString("filename*=UTF-8''Beschluss%20"))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header("Cache-Control", "no-store")
            .header("Repr-Digest", "sha-256=:" + base64(DigestUtils.sha256(order)) + ":")
            .extract()
            .asByteArray();
    assertThat(back).isEqualTo(order);
  }

  @Test
  void eventTellsWhatTheDocumentIsAndNotWhatItIsCalled() {
    // Given
    String name = "Dora Beispiel " + UUID.randomUUID() + ".pdf";
    put(name, Documents.pdf("order")).then().statusCode(201);

    // When
    Event event;
    try (var events = new TestEvents()) {
      event =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> events.on(Topic.INTAKE_REQUESTS, id),
                  found -> found.stream().anyMatch(e -> e.data() instanceof DocumentReceived))
              .getLast();
    }

    // Then
    assertThat(event.envelope().sequence()).isEqualTo(2);
    assertThat(event.envelope().actor().role()).isEqualTo("agency");
    assertThat(event.sealed()).isPresent();
    assertThat(event.data().toString()).doesNotContain("Dora").contains("application/pdf");
  }

  @Test
  void bytesAreKeptEncrypted() throws SQLException {
    // Given
    String secret = "secret-" + UUID.randomUUID();
    String documentId = put("order.pdf", Documents.pdf(secret)).path("id");

    // When
    byte[] kept;
    try (var connection = dataSource.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT bytes FROM document_content WHERE document_id = ?")) {
      select.setString(1, documentId);
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        kept = row.getBytes(1);
      }
    }

    // Then
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret, "%PDF");
  }

  @Test
  void repetitionGetsTheSameAnswerAndOtherBytesAreAConflict() {
    // Given
    var first = put("order.pdf", Documents.pdf("order"));

    // When
    var repeated = put("order.pdf", Documents.pdf("order"));
    var changed = put("order.pdf", Documents.pdf("another"));

    // Then
    first.then().statusCode(201);
    repeated.then().statusCode(200);
    assertThat(repeated.asString()).isEqualTo(first.asString());
    changed.then().statusCode(409).contentType(Intake.PROBLEM);
  }

  @Test
  void sameDocumentSentAtOnceIsReceivedOnce() throws InterruptedException, ExecutionException {
    // Given
    byte[] order = Documents.pdf("order");
    Callable<Response> sending = () -> put("order.pdf", order);

    // When
    Set<String> ids = new java.util.HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> sending).toList())) {
        ids.add(answer.get().path("id"));
      }
    }

    // Then
    assertThat(ids).hasSize(1).doesNotContainNull();
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void requestCanBeFollowedAfterADocument() {
    // Given
    put("order.pdf", Documents.pdf("order")).then().statusCode(201);

    // When
    var second = put("more.pdf", Documents.pdf("more"));

    // Then
    second.then().statusCode(201).body("kind", equalTo("SUPPLEMENT"));
    Intake.request("agency-de", id).then().statusCode(200).body("status", equalTo("RECEIVED"));
  }

  @Test
  void kindIsTheOneThatIsNamed() {
    // Given
    byte[] document = Documents.pdf("traduction");

    // When
    var translation =
        put(Intake.agency("agency-de").queryParam("kind", "TRANSLATION"), "t.pdf", document);
    var wrong = put(Intake.agency("agency-de").queryParam("kind", "order"), "o.pdf", document);

    // Then
    translation.then().statusCode(201).body("kind", equalTo("TRANSLATION"));
    wrong.then().statusCode(422).contentType(Intake.PROBLEM);
  }

  @Test
  void anotherAgencysRequestLooksLikeNone() {
    // Given
    String documentId = put("order.pdf", Documents.pdf("order")).path("id");
    String none = UUID.randomUUID().toString();

    // When
    var put = put(Intake.agency("agency-fr"), "order.pdf", Documents.pdf("order"));
    var list = Intake.agency("agency-fr").get("/v1/requests/{id}/documents", id);
    var get = get(Intake.agency("agency-fr"), documentId);
    var unknown = Intake.agency("agency-de").get("/v1/requests/{id}/documents", none);
    var otherRequest =
        Intake.agency("agency-de").get("/v1/requests/{id}/documents/{d}", none, documentId);

    // Then
    for (var answer : new Response[] {put, list, get, unknown, otherRequest}) {
      answer.then().statusCode(404).contentType(Intake.PROBLEM);
    }
  }

  @Test
  void reviewersAndAuditorsReadAndNobodyElse() {
    // Given
    byte[] order = Documents.pdf("order");
    String documentId = put("order.pdf", order).path("id");

    // When, Then
    for (var person : new String[] {"rita", "sofia", "ada"}) {
      assertThat(
              get(Intake.person(person), documentId).then().statusCode(200).extract().asByteArray())
          .isEqualTo(order);
    }
    get(Intake.person("milo"), documentId).then().statusCode(403).contentType(Intake.PROBLEM);
    get(io.restassured.RestAssured.given(), documentId).then().statusCode(401);
    get(Intake.person("rita"), UUID.randomUUID().toString()).then().statusCode(404);
    put(Intake.person("rita"), "x.pdf", order).then().statusCode(403);
  }

  @Test
  void twentyMebibytesAreTakenAndAByteMoreIsNot() {
    // Given
    int most = 20 << 20;

    // When
    var largest = put("large.pdf", Documents.pdf(most));
    var announced = put("larger.pdf", Documents.pdf(most + 1));

    // Then
    largest.then().statusCode(201).body("size", equalTo(most));
    announced
        .then()
        .statusCode(413)
        .contentType(Intake.PROBLEM)
        .body("detail", equalTo("At most 20971520 bytes are accepted here."));
  }

  @Test
  void tooLargeBodyThatAnnouncesNothingIsRefused() {
    // Given
    byte[] large = Documents.pdf(21 << 20);

    // When
    var answer = RawHttp.putChunked("/v1/requests/" + id + "/documents/large.pdf", large);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("At most 20971520 bytes are accepted here.");
  }

  @Test
  void otherBodiesAreNoLargerForThat() {
    // Given
    String body = "x".repeat(3 << 20);

    // When
    var answer =
        Intake.person("olga")
            .contentType("application/json")
            .body(body)
            .put("/v1/agencies/agency-de");

    // Then
    answer.then().statusCode(413).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"MZ,application/x-msdownload", "\u007fELF,application/x-elf", "hello,text/plain"})
  void whatIsNoDocumentIsRefusedWithWhatItIs(String start, String found) {
    // Given
    byte[] document = Documents.joined(Documents.latin1(start + " "), Documents.pdf("order"));
    byte[] bytes = start.equals("hello") ? Documents.latin1(start) : document;

    // When
    var answer = put("order.pdf", bytes);

    // Then
    answer
        .then()
        .statusCode(415)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("looks like " + found));
  }

  @Test
  void unsafeDocumentsAreRefusedAndNothingIsKept() {
    // Given
    byte[] bomb = Documents.bomb(300);
    byte[] traversing =
        Documents.asic(
            Documents.ASIC_E,
            archive -> Documents.add(archive, "../../order.pdf", Documents.pdf("order")));
    byte[] polyglot =
        Documents.joined(
            Documents.pdf("order"),
            Documents.zip(archive -> Documents.add(archive, "Main.class", new byte[100])));

    // When, Then
    for (byte[] document : new byte[][] {bomb, traversing, polyglot, new byte[0]}) {
      put("order.asice", document).then().statusCode(422).contentType(Intake.PROBLEM);
    }
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void containerIsTaken() {
    // Given
    byte[] container = Documents.asic();

    // When
    var answer = put("order.asice", container);

    // Then
    answer.then().statusCode(201).body("mediaType", equalTo(Documents.ASIC_E));
  }

  @Test
  void digestThatWasSentHasToBeTheBodys() {
    // Given
    byte[] order = Documents.pdf("order");
    String right = "sha-256=:" + base64(DigestUtils.sha256(order)) + ":";
    String wrong = "sha-256=:" + base64(DigestUtils.sha256("")) + ":";

    // When
    var refused = put(Intake.agency("agency-de").header("Content-Digest", wrong), "a.pdf", order);
    var malformed =
        put(Intake.agency("agency-de").header("Content-Digest", "sha-256=x"), "a.pdf", order);
    var taken = put(Intake.agency("agency-de").header("Content-Digest", right), "a.pdf", order);

    // Then
    refused.then().statusCode(422).contentType(Intake.PROBLEM);
    malformed.then().statusCode(400).contentType(Intake.PROBLEM);
    taken.then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00.pdf", "a%0Ab.pdf", "%20", "a%5Cb.pdf", "%E2%80%AEfdp.exe", "a%FFb"})
  void oddNamesAreRefused(String name) {
    // Given
    var caller = Intake.agency("agency-de").urlEncodingEnabled(false);

    // When
    var answer =
        caller
            .contentType("application/pdf")
            .body(Documents.pdf("order"))
            .put("/v1/requests/" + id + "/documents/" + name);

    // Then
    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(answer.contentType()).contains(Intake.PROBLEM);
  }

  @Test
  void hugeNameIsRefused() {
    // Given
    String longest = "a".repeat(200);

    // When, Then
    put(longest, Documents.pdf("order")).then().statusCode(201);
    put(longest + "a", Documents.pdf("order")).then().statusCode(422).contentType(Intake.PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "image/png"
      })
  void whatTheSenderSaysOfTheTypeDoesNotCount(String contentType) {
    // Given
    byte[] order = Documents.pdf("order");

    // When
    var answer = RawHttp.put("/v1/requests/" + id + "/documents/order.pdf", contentType, order);

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("application/pdf", DigestUtils.sha256Hex(order));
  }

  @Test
  void erasedDocumentIsGone() {
    // Given
    String documentId = put("order.pdf", Documents.pdf("order")).path("id");

    // When
    try (var events = new TestEvents()) {
      events.eraseKey(id);
    }

    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () -> get(Intake.agency("agency-de"), documentId).statusCode(),
            status -> status == 410);
    put("more.pdf", Documents.pdf("more")).then().statusCode(410).contentType(Intake.PROBLEM);
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .statusCode(200)
        .body("items[0].fileName", nullValue())
        .body("items[0].mediaType", equalTo("application/pdf"));
  }

  private static String base64(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }
}
