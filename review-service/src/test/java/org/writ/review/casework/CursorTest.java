package org.writ.review.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void whatIsWrittenIsRead() {
    // Given
    var cursor =
        new Cursor(
            Instant.parse("2026-11-20T12:00:00.123Z"), "0199a1b2-0000-7000-8000-000000000001");

    // Then
    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    assertThat(Cursor.parse(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "!", "MTIz", "MSAwMTk5"})
  void anythingElseIsRefused(String text) {
    assertThat(catchThrowableOfType(HttpProblem.class, () -> Cursor.parse(text)).getStatusCode())
        .isEqualTo(422);
  }
}
