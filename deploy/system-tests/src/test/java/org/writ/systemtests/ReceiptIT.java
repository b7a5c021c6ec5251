package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.writ.events.Topic;
import org.writ.ops.Writ;
import org.writ.ops.api.Answer;

/** The proof that an agency takes home. */
@ExtendWith(RunningSystem.class)
class ReceiptIT {

  private final Journey journey = new Journey("agency-de");

  @TempDir Path folder;

  @Test
  void receiptOfASubmissionIsProvedOfflineAndNamesTheEventOnTheLog() throws IOException {
    // Given
    String id = journey.submit();
    JsonNode receipt =
        await()
            .atMost(RunningSystem.PATIENCE)
            .until(() -> journey.intake().receipt(id), answer -> answer.is(200))
            .json();
    Path file = Files.writeString(folder.resolve("receipt.json"), receipt.toString());
    String key = RunningSystem.transparency().key().require(200).text().strip();
    StringWriter out = new StringWriter();

    // When
    int status =
        Writ.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute("receipt", "verify", file.toString(), "--key", key);

    // Then
    assertThat(out.toString()).startsWith("PROVED").contains(id);
    assertThat(status).isZero();
    assertThat(Base64.getDecoder().decode(receipt.path("entry").asText()))
        .isEqualTo(digestOnTheLog(id));
  }

  @Test
  void receiptIsTheSubmittersAlone() {
    // Given
    String id = journey.submit();
    await()
        .atMost(RunningSystem.PATIENCE)
        .until(() -> journey.intake().receipt(id), answer -> answer.is(200));

    // When
    Answer answer = new Journey("agency-fr").intake().receipt(id);

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  private static byte[] digestOnTheLog(String requestId) {
    return RunningSystem.log().all(Topic.INTAKE_REQUESTS).stream()
        .filter(event -> event.subject().equals(requestId))
        .filter(event -> event.attributes().sequence() == 1)
        .map(event -> Objects.requireNonNull(event.digest()))
        .findFirst()
        .orElseThrow()
        .bytes();
  }
}
