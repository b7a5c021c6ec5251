package org.writ.ops.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writ.ops.Writ;

/** The receipts' command in a jar of its own. */
class StandAloneTest {

  private final TwoLeaves ledger = new TwoLeaves("writ.example/ledger");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void receiptIsProved() throws IOException {
    // Given
    Path receipt = Files.writeString(folder.resolve("receipt.json"), ledger.receipt().toString());

    // When
    int status = run("verify", receipt.toString(), "--key", ledger.key());

    // Then
    assertThat(status).isZero();
    assertThat(out.toString()).startsWith("PROVED");
  }

  @Test
  void whatIsMissingIsSaid() {
    // When
    int status = run("verify", folder.resolve("none.json").toString(), "--key", ledger.key());

    // Then
    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).contains("none.json cannot be read").doesNotContain("\tat ");
  }

  private int run(String... arguments) {
    return StandAlone.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
