package org.writ.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.pdf",
        "Beschluss vom 20.11. (Ausfertigung).pdf",
        "आदेश.pdf",
        "क्\u200dष.pdf",
        "命令.pdf",
        "🧾.pdf",
        "..",
        "-rf",
        "a;b\"c'd.pdf"
      })
  void nameOfAnyScriptIsTaken(String text) {
    // Given a name without anything that is forbidden

    // When
    var name = FileName.parse(text);

    // Then
    assertThat(name.value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b",
        "a\\b",
        "a\nb",
        "a\u0000b",
        "a\u0085b",
        "a\u2028b",
        "fdp.\u202eexe",
        "a\u2066b",
        "a\ud800b",
        "a\ufffdb"
      })
  void nameWithWhatCanDeceiveIsRefused(String text) {
    // Given a name with a control, a separator, or half a character

    // When, Then
    assertThatThrownBy(() -> FileName.parse(text))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(422);
              assertThat(problem.getDetail()).contains("1 to 200 characters");
            });
  }

  @Test
  void lengthCountsCharactersAndNotBytes() {
    // Given
    String longest = "🧾".repeat(200);

    // When, Then
    assertThat(FileName.parse(longest).value()).isEqualTo(longest);
    assertThatThrownBy(() -> FileName.parse(longest + "a")).isInstanceOf(HttpProblem.class);
  }

  @Test
  void namesThatLookTheSameAreTheSame() {
    // Given
    String decomposed = "Beschlu\u0308sse.pdf";

    // When
    var name = FileName.parse(decomposed);

    // Then
    assertThat(name).isEqualTo(FileName.parse("Beschl\u00fcsse.pdf"));
  }

  @Test
  void nameIsNotInItsText() {
    // Given
    var name = FileName.parse("Dora Beispiel.pdf");

    // When
    String text = name.toString();

    // Then
    assertThat(text).doesNotContain("Dora");
  }
}
