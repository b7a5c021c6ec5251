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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Event;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.intake.DocumentReceived;
import org.writ.intake.Intake;

/** Documents that are taken, where no scanner is configured. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DocumentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DataSource dataSource;
  private DocumentCalls documents;

  DocumentTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @BeforeEach
  void submit() {
    documents = DocumentCalls.ofNewRequest();
  }

  @Test
  void documentIsReceivedListedAndComesBackByteForByte() {
    // Given
    byte[] order = Documents.pdf(3_000_000);
    String name = "Beschluss आदेश 🧾.pdf";

    // When
    var answer = documents.put(name, order);

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
    documents
        .list()
        .then()
        .statusCode(200)
        .body("items.id", contains(documentId))
        .body("items.fileName", contains(name))
        .body("nextCursor", nullValue());
    byte[] back =
        documents
            .get(Intake.agency("agency-de"), documentId)
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
    documents.put(name, Documents.pdf("order")).then().statusCode(201);

    // When
    Event event;
    try (var events = new TestEvents()) {
      event =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> events.on(Topic.INTAKE_REQUESTS, documents.request()),
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
    String documentId = documents.put("order.pdf", Documents.pdf(secret)).path("id");

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
    var first = documents.put("order.pdf", Documents.pdf("order"));

    // When
    var repeated = documents.put("order.pdf", Documents.pdf("order"));
    var changed = documents.put("order.pdf", Documents.pdf("another"));

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
    Callable<Response> sending = () -> documents.put("order.pdf", order);

    // When
    Set<String> ids = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> sending).toList())) {
        ids.add(answer.get().path("id"));
      }
    }

    // Then
    assertThat(ids).hasSize(1).doesNotContainNull();
    documents.list().then().body("items", hasSize(1));
  }

  @Test
  void requestCanBeFollowedAfterADocument() {
    // Given
    documents.put("order.pdf", Documents.pdf("order")).then().statusCode(201);

    // When
    var second = documents.put("more.pdf", Documents.pdf("more"));

    // Then
    second.then().statusCode(201).body("kind", equalTo("SUPPLEMENT"));
    Intake.request("agency-de", documents.request())
        .then()
        .statusCode(200)
        .body("status", equalTo("RECEIVED"));
  }

  @Test
  void kindIsTheOneThatIsNamed() {
    // Given
    byte[] document = Documents.pdf("traduction");

    // When
    var translation =
        documents.put(
            Intake.agency("agency-de").queryParam("kind", "TRANSLATION"), "t.pdf", document);
    var wrong =
        documents.put(Intake.agency("agency-de").queryParam("kind", "order"), "o.pdf", document);

    // Then
    translation.then().statusCode(201).body("kind", equalTo("TRANSLATION"));
    wrong.then().statusCode(422).contentType(Intake.PROBLEM);
  }

  @Test
  void containerIsTaken() {
    // Given
    byte[] container = Documents.asic();

    // When
    var answer = documents.put("order.asice", container);

    // Then
    answer.then().statusCode(201).body("mediaType", equalTo(Documents.ASIC_E));
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
    var answer = RawHttp.put(documents.path("order.pdf"), contentType, order);

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("application/pdf", DigestUtils.sha256Hex(order));
  }

  @Test
  void erasedDocumentIsGone() {
    // Given
    String documentId = documents.put("order.pdf", Documents.pdf("order")).path("id");

    // When
    try (var events = new TestEvents()) {
      events.eraseKey(documents.request());
    }

    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () -> documents.get(Intake.agency("agency-de"), documentId).statusCode(),
            status -> status == 410);
    documents
        .put("more.pdf", Documents.pdf("more"))
        .then()
        .statusCode(410)
        .contentType(Intake.PROBLEM);
    documents
        .list()
        .then()
        .statusCode(200)
        .body("items[0].fileName", nullValue())
        .body("items[0].mediaType", equalTo("application/pdf"));
  }

  private static String base64(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }
}
