package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/** Documents, where a scanner is configured and documents are held while it does not answer. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(value = HeldDocumentTest.WithScanner.class, restrictToAnnotatedClass = true)
class HeldDocumentTest {

  @Inject ScanHeldDocuments scanHeldDocuments;
  @Inject ScannerConfig config;
  private Path socket = Path.of("");
  private FakeClamd clamd = FakeClamd.onTcp();
  private String id = "";

  /** Tells the service where the scanner will be; the test starts it there. */
  public static final class WithScanner implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
      try {
        Path created = Files.createTempDirectory("writ-clamd");
        folder = created;
        return Map.of(
            "WRIT_SCANNER",
            "unix:" + created.resolve("clamd.ctl"),
            "WRIT_SCANNER_UNREACHABLE",
            "HOLD",
            "writ.scanner.timeout",
            "10s");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void stop() {
      try {
        Files.delete(Objects.requireNonNull(folder));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @BeforeEach
  void submit() {
    clamd.close();
    socket = Path.of(config.address().orElseThrow().substring("unix:".length()));
    clamd = FakeClamd.onUnix(socket);
    Intake.registerAgencies();
    id = Intake.submitted("agency-de", SubmissionBody.sound());
  }

  @AfterEach
  void stop() throws IOException {
    clamd.feels(FakeClamd.Mood.SCANNING);
    scanHeldDocuments.scanHeld();
    clamd.close();
    Files.delete(socket);
  }

  private Response put(String fileName, byte[] document) {
    return Intake.agency("agency-de")
        .contentType("application/pdf")
        .body(document)
        .put("/v1/requests/{id}/documents/{name}", id, fileName);
  }

  private Response get(String person, String documentId) {
    return Intake.person(person).get("/v1/requests/{id}/documents/{d}", id, documentId);
  }

  private String scan(String documentId) {
    return Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .path("items.find { it.id == '" + documentId + "' }.scan");
  }

  @Test
  void cleanDocumentIsReceivedAsClean() {
    // Given
    byte[] order = Documents.pdf(100_000);

    // When
    var answer = put("order.pdf", order);

    // Then
    answer.then().statusCode(201).body("scan", equalTo("CLEAN"));
    assertThat(clamd.scanned()).contains(order);
    get("rita", answer.path("id")).then().statusCode(200);
  }

  @Test
  void infectedDocumentIsRefusedAndNothingIsKept() {
    // Given
    byte[] infected = Documents.pdf(Documents.EICAR);

    // When
    var answer = put("order.pdf", infected);

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("Eicar-Test-Signature"));
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents", id)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void documentThatCannotBeScannedIsHeldUntilItIs() {
    // Given
    clamd.feels(FakeClamd.Mood.CLOSING);
    var held = put("order.pdf", Documents.pdf("order"));
    held.then().statusCode(201).body("scan", equalTo("UNSCANNED"));
    String documentId = held.path("id");
    get("rita", documentId).then().statusCode(409).contentType(Intake.PROBLEM);
    scanHeldDocuments.scanHeld();
    assertThat(scan(documentId)).isEqualTo("UNSCANNED");

    // When
    clamd.feels(FakeClamd.Mood.SCANNING);
    scanHeldDocuments.scanHeld();

    // Then
    assertThat(scan(documentId)).isEqualTo("CLEAN");
    get("rita", documentId).then().statusCode(200);
  }

  @Test
  void heldDocumentThatIsInfectedIsDeleted() {
    // Given
    clamd.feels(FakeClamd.Mood.FAILING);
    String documentId = put("order.pdf", Documents.pdf(Documents.EICAR)).path("id");
    clamd.feels(FakeClamd.Mood.SCANNING);

    // When
    scanHeldDocuments.scanHeld();

    // Then
    assertThat(scan(documentId)).isEqualTo("INFECTED");
    get("rita", documentId).then().statusCode(410).contentType(Intake.PROBLEM);
    Intake.agency("agency-de")
        .get("/v1/requests/{id}/documents/{d}", id, documentId)
        .then()
        .statusCode(410);
    put("order.pdf", Documents.pdf("order")).then().statusCode(201).body("kind", equalTo("ORDER"));
  }
}
