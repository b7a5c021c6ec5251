package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration NO_PATIENCE = Duration.ofMillis(50);

  private final FakeClamd clamd = FakeClamd.onTcp();

  @AfterEach
  void stop() {
    clamd.close();
  }

  private Verdict scan(byte[] document, Duration timeout) {
    return new ClamdScanner(new ScannerAddress(clamd.address()), timeout)
        .scan(new ByteArrayInputStream(document));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1 << 16, (1 << 16) + 1, 20 << 20})
  void documentIsSentInChunksAndArrivesWhole(int size) {
    // Given
    byte[] document = Documents.pdf(size);

    // When
    Verdict verdict = scan(document, PATIENCE);

    // Then
    assertThat(verdict).isEqualTo(new Verdict.Clean());
    assertThat(clamd.scanned()).singleElement().isEqualTo(document);
  }

  @Test
  void whatTheScannerFindsIsNamed() {
    // Given
    byte[] infected = Documents.pdf(Documents.EICAR);

    // When
    Verdict verdict = scan(infected, PATIENCE);

    // Then
    assertThat(verdict).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
  }

  @Test
  void scannerOnAUnixSocketIsAskedTheSame(@TempDir Path folder) {
    // Given
    try (var local = FakeClamd.onUnix(folder.resolve("clamd.ctl"))) {
      var scanner = new ClamdScanner(new ScannerAddress(local.address()), PATIENCE);

      // When
      Verdict verdict = scanner.scan(new ByteArrayInputStream(Documents.pdf(Documents.EICAR)));

      // Then
      assertThat(verdict).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
    }
  }

  @Test
  void documentThatExceedsTheScannersOwnLimitIsNotClean() {
    // Given
    clamd.takesAtMost(1_000);

    // When
    Verdict verdict = scan(Documents.pdf(5 << 20), PATIENCE);

    // Then the answer, or that the connection broke while the rest was sent
    assertThat(verdict)
        .isInstanceOfAny(Verdict.TooLarge.class, Verdict.Unreachable.class)
        .asString()
        .containsAnyOf("TooLarge", "IOException", "SocketException");
  }

  @Test
  void limitThatIsExceededByTheLastChunkIsNamed() {
    // Given
    clamd.takesAtMost(1_000);

    // When
    Verdict verdict = scan(Documents.pdf(1_001), PATIENCE);

    // Then
    assertThat(verdict).isEqualTo(new Verdict.TooLarge());
  }

  @Test
  void scannerThatFailsDoesNotMakeADocumentClean() {
    // Given
    clamd.feels(FakeClamd.Mood.FAILING);

    // When
    Verdict verdict = scan(Documents.pdf("order"), PATIENCE);

    // Then
    assertThat(verdict)
        .isEqualTo(new Verdict.NotScanned("stream: No supported database files found ERROR"));
  }

  @Test
  void scannerThatNeverAnswersIsGivenUp() {
    // Given
    clamd.feels(FakeClamd.Mood.SILENT);

    // When
    Verdict verdict = scan(Documents.pdf("order"), NO_PATIENCE);

    // Then
    assertThat(verdict).isEqualTo(new Verdict.Unreachable("no answer within PT0.05S"));
  }

  @Test
  void scannerThatClosesIsUnreachable() {
    // Given
    clamd.feels(FakeClamd.Mood.CLOSING);

    // When
    Verdict verdict = scan(Documents.pdf("order"), PATIENCE);

    // Then
    assertThat(verdict).isInstanceOf(Verdict.Unreachable.class);
  }

  @Test
  void scannerThatIsNotThereIsUnreachable() {
    // Given
    String address = clamd.address();
    clamd.close();

    // When
    Verdict verdict =
        new ClamdScanner(new ScannerAddress(address), PATIENCE)
            .scan(new ByteArrayInputStream(Documents.pdf("order")));

    // Then
    assertThat(verdict).isEqualTo(new Verdict.Unreachable("ConnectException"));
  }

  @Test
  void hostThatHasNoAddressIsUnreachable() {
    // Given
    var scanner = new ClamdScanner(new ScannerAddress("tcp://clamd.invalid:3310"), PATIENCE);

    // When
    Verdict verdict = scanner.scan(new ByteArrayInputStream(Documents.pdf("order")));

    // Then
    assertThat(verdict).isInstanceOf(Verdict.Unreachable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "tcp://localhost", "tcp://localhost:99999", "unix:clamd", "/run"})
  void addressOfNeitherKindIsRefused(String text) {
    // Given a text that names no socket

    // When, Then
    assertThatThrownBy(() -> new ScannerAddress(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("writ.scanner.address");
  }
}
