package org.writ.intake.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a message is no document. */
class LargeMessagesTest {

  private static final String DOCUMENT = "QUJD".repeat(20_000);

  @Test
  void documentsAreNotCounted() {
    assertThat(rest("{\"a\":\"" + DOCUMENT + "\",\"b\":\"" + DOCUMENT + "\"}"))
        .isEqualTo("{\"a\":,\"b\":}".length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "{}",
        "{\"a\": \"\\\"[,]\\\\\", \"b\": [1, 2]}",
        "[[[[,,,,\"text\",\"text",
        "\"ends with a \\",
        "no JSON at all"
      })
  void allElseIsCounted(String json) {
    assertThat(rest(json)).isEqualTo(json.length());
  }

  @Test
  void quotationMarkThatIsEscapedDoesNotEndAText() {
    assertThat(rest("[\"" + "\\\"".repeat(40_000) + "\", 1]")).isEqualTo("[, 1]".length());
  }

  private static long rest(String json) {
    return LargeMessages.withoutLongTexts(json.getBytes(StandardCharsets.UTF_8));
  }
}
