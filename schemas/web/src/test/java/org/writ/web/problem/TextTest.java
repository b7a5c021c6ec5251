package org.writ.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private static final Text LINE = Text.line(50);
  private static final Text LINES = Text.lines(50);

  @ParameterizedTest
  @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
  void whatTurnsTheDirectionOfWritingIsRefused(int point) {
    // Given
    String text = "AZ " + Character.toString(point) + "321000";

    // When, Then
    assertThat(LINE.faults(text))
        .containsExactly("must not contain characters that turn the direction of writing");
    assertThat(LINES.faults(text)).isEqualTo(LINE.faults(text));
    assertThat(Text.printable(text)).isEqualTo("AZ \uFFFD321000");
  }

  @Test
  void textFromRightToLeftIsTaken() {
    // Given Hebrew, Arabic and Persian with its joiners, and a number between
    String text = "\u05EA\u05D9\u05E7 12 \u0645\u0644\u0641 \u0645\u06CC\u200C\u0634\u0648\u062F";

    // When, Then
    assertThat(LINE.faults(text)).isEmpty();
    assertThat(LINES.faults(text)).isEmpty();
  }
}
