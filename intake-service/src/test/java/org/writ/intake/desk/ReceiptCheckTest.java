package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptCheckTest {

  private static final URI LEDGER = URI.create("https://transparency.example");

  @TempDir Path folder;

  @Test
  void everybodysAddressesAndACommandWithTheKeyAreShown() {
    // Given
    var check = new ReceiptCheck(LEDGER, Optional.empty());

    // When
    var shown = check.of("0198c0de");

    // Then
    assertThat(shown.key()).hasToString("https://transparency.example/v1/ledger/key");
    assertThat(shown.checkpoint()).hasToString("https://transparency.example/checkpoint");
    assertThat(shown.commands().getLast())
        .contains("receipt-0198c0de.json")
        .contains("--key ledger.key");
  }

  @Test
  void programIsOfferedIfItIsThere() throws IOException {
    // Given
    Path program = Files.createFile(folder.resolve("writ-receipt.jar"));

    // Then
    assertThat(new ReceiptCheck(LEDGER, Optional.of(program)).of("1").hasProgram()).isTrue();
    assertThat(new ReceiptCheck(LEDGER, Optional.of(folder.resolve("none"))).of("1").hasProgram())
        .isFalse();
    assertThat(new ReceiptCheck(LEDGER, Optional.empty()).of("1").hasProgram()).isFalse();
  }
}
