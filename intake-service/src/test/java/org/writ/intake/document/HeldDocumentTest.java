package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.testing.TestStack;
import org.writ.intake.Intake;

/** Documents, where a scanner is configured and documents are held while it does not answer. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(value = HeldDocumentTest.WithScanner.class, restrictToAnnotatedClass = true)
class HeldDocumentTest {

  @Inject ScanHeldDocuments scanHeldDocuments;
  @Inject ScannerConfig config;
  @Inject DataSource dataSource;
  private Path socket = Path.of("");
  private FakeClamd clamd = FakeClamd.onTcp();
  private DocumentCalls documents;

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
    documents = DocumentCalls.ofNewRequest();
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    clamd.feels(FakeClamd.Mood.SCANNING);
    scanAll();
    clamd.close();
    Files.delete(socket);
  }

  private String scan(String documentId) {
    return documents.list().path("items.find { it.id == '" + documentId + "' }.scan");
  }

  @Test
  void cleanDocumentIsReceivedAsClean() {
    // Given
    byte[] order = Documents.pdf(100_000);

    // When
    var answer = documents.put("order.pdf", order);

    // Then
    answer.then().statusCode(201).body("scan", equalTo("CLEAN"));
    assertThat(clamd.scanned()).contains(order);
    documents.get(Intake.service("review"), answer.path("id")).then().statusCode(200);
  }

  @Test
  void infectedDocumentIsRefusedAndNothingIsKept() {
    // Given
    byte[] infected = Documents.pdf(Documents.EICAR);

    // When
    var answer = documents.put("order.pdf", infected);

    // Then
    answer
        .then()
        .statusCode(422)
        .contentType(Intake.PROBLEM)
        .body("detail", containsString("Eicar-Test-Signature"));
    documents.list().then().body("items", hasSize(0));
  }

  @Test
  void documentThatCannotBeScannedIsHeldUntilItIs() throws Exception {
    // Given
    clamd.feels(FakeClamd.Mood.CLOSING);
    var held = documents.put("order.pdf", Documents.pdf("order"));
    held.then().statusCode(201).body("scan", equalTo("UNSCANNED"));
    String documentId = held.path("id");
    documents
        .get(Intake.service("review"), documentId)
        .then()
        .statusCode(409)
        .contentType(Intake.PROBLEM);
    scanHeldDocuments.scanHeld();
    assertThat(scan(documentId)).isEqualTo("UNSCANNED");

    // When
    clamd.feels(FakeClamd.Mood.SCANNING);
    scanAll();

    // Then
    assertThat(scan(documentId)).isEqualTo("CLEAN");
    documents.get(Intake.service("review"), documentId).then().statusCode(200);
  }

  @Test
  void documentThatCannotBeScannedLetsOthersHaveTheirTurn() throws Exception {
    // Given
    clamd.feels(FakeClamd.Mood.FAILING);
    String first = documents.put("first.pdf", Documents.pdf("first")).path("id");
    scanHeldDocuments.scanHeld();
    String second = documents.put("second.pdf", Documents.pdf("second")).path("id");

    // When
    clamd.feels(FakeClamd.Mood.SCANNING);
    scanHeldDocuments.scanHeld();

    // Then
    assertThat(scan(first)).isEqualTo("UNSCANNED");
    assertThat(scan(second)).isEqualTo("CLEAN");

    // When
    scanAll();

    // Then
    assertThat(scan(first)).isEqualTo("CLEAN");
  }

  @Test
  void documentThatIsTooLargeForTheScannerIsNotTriedForEver() throws Exception {
    // Given
    clamd.feels(FakeClamd.Mood.CLOSING);
    String held = documents.put("large.pdf", Documents.pdf(50_000)).path("id");
    clamd.feels(FakeClamd.Mood.SCANNING);
    clamd.takesAtMost(1_000);

    // When
    scanAll();

    // Then
    assertThat(scan(held)).isEqualTo("UNSCANNABLE");
    documents.get(Intake.service("review"), held).then().statusCode(409);
    documents
        .put("larger.pdf", Documents.pdf(60_000))
        .then()
        .statusCode(422)
        .body("detail", containsString("smaller"));
  }

  /** Scans what is held, as if the time of each had come. */
  private void scanAll() throws SQLException {
    try (var connection = dataSource.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE scan_attempt SET next_attempt_at = next_attempt_at - INTERVAL 1 DAY")) {
      update.executeUpdate();
    }
    scanHeldDocuments.scanHeld();
  }

  @Test
  void heldDocumentThatIsInfectedIsDeleted() {
    // Given
    clamd.feels(FakeClamd.Mood.FAILING);
    String documentId = documents.put("order.pdf", Documents.pdf(Documents.EICAR)).path("id");
    clamd.feels(FakeClamd.Mood.SCANNING);

    // When
    scanHeldDocuments.scanHeld();

    // Then
    assertThat(scan(documentId)).isEqualTo("INFECTED");
    documents
        .get(Intake.service("review"), documentId)
        .then()
        .statusCode(410)
        .contentType(Intake.PROBLEM);
    documents.get(Intake.agency("agency-de"), documentId).then().statusCode(410);
    documents
        .put("order.pdf", Documents.pdf("order"))
        .then()
        .statusCode(201)
        .body("kind", equalTo("ORDER"));
  }
}
