package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void cursorIsReadAsItWasWritten() {
    // Given
    var cursor =
        new Cursor(
            Instant.parse("2026-11-21T09:30:00.123Z"), "0193f3a1-7b4c-7d2e-8f00-0123456789ab");

    // When
    var read = Cursor.parse(cursor.toString());

    // Then
    assertThat(read).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "!!!",
        "MTIz",
        "LTEgMDE5M2YzYTEtN2I0Yy03ZDJlLThmMDAtMDEyMzQ1Njc4OWFi",
        "MSAtLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLQ"
      })
  void anythingElseIsNoCursor(String text) {
    // Given a text that this class did not write

    // When
    var read = Cursor.parse(text);

    // Then
    assertThat(read).isEmpty();
  }
}
