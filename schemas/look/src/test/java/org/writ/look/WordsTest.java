package org.writ.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[01]}");
  private static final Words ENGLISH = words(Language.EN);

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    // Given
    var words = words(language);

    // When
    var keys = words.keys();

    // Then
    assertThat(keys).isEqualTo(ENGLISH.keys());
    assertThat(keys)
        .allSatisfy(
            key -> assertThat(places(words.t(key))).as(key).isEqualTo(places(ENGLISH.t(key))));
  }

  @Test
  void valuesStandInTheirPlacesAsTheyAre() {
    // Given
    var words = ENGLISH;

    // When
    var said = words.t("time.in", "{1} {0}");

    // Then
    assertThat(said).isEqualTo("in {1} {0}");
  }

  @Test
  void valueThatAVocabularyDoesNotKnowIsSaidAsItIs() {
    // Given
    var words = ENGLISH;

    // When
    var said = words.of("process", "DECREE_OF_2031");

    // Then
    assertThat(said).isEqualTo("DECREE_OF_2031");
  }

  @Test
  void unknownKeyIsAnError() {
    assertThatThrownBy(() -> ENGLISH.t("nothing")).hasMessageContaining("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,EN",
        "'',EN",
        "'de-AT,de;q=0.9,en;q=0.8',DE",
        "'it,fr;q=0.5,en;q=0.3',FR",
        "hi-IN,HI",
        "ja,EN",
        "';;q=x',EN"
      })
  void readerGetsTheLanguageThatSuitsBest(String acceptLanguage, Language expected) {
    assertThat(Language.preferred(acceptLanguage)).isEqualTo(expected);
  }

  static Words words(Language language) {
    return Words.of(language, List.of("look"));
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).sorted().distinct().toList();
  }
}
