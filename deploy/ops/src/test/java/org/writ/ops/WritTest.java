package org.writ.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WritTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine line =
      Writ.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @ParameterizedTest
  @ValueSource(
      strings = {"trail", "rebuild", "parked", "agency", "policy", "country", "demo", "receipt"})
  void everyCommandExplainsItself(String command) {
    int status = line.execute(command, "--help");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("Usage: writ " + command);
  }

  @Test
  void aServiceThatDoesNotExistIsNamed() {
    int status = line.execute("rebuild", "billing");

    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).contains("intake, review, disclosure, transparency or all");
  }
}
