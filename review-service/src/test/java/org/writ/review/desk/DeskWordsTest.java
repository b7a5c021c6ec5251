package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.Topic;
import org.writ.events.review.CaseOutcome;
import org.writ.look.Language;
import org.writ.pages.Comfort;
import org.writ.pages.Speech;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.Urgency;
import org.writ.review.policy.Fact;
import org.writ.review.policy.Scope;

class DeskWordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[01]}");
  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("\\.t\\('([^']+)'");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile("\\bt\\(\\s*\"([a-z][^\"]+[^.\"])\"[,)]|\"((?:fault|refusal)\\.\\w+)\"");

  private final Speech speech = new Speech();

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    // Given
    var english = speech.in(Language.EN);
    var words = speech.in(language);

    // When
    var keys = words.keys();

    // Then
    assertThat(keys).isEqualTo(english.keys());
    assertThat(keys)
        .allSatisfy(
            key -> assertThat(places(words.t(key))).as(key).isEqualTo(places(english.t(key))));
  }

  @Test
  void everyKeyThatAPageNamesHasWords() throws IOException {
    // Given
    var named = new TreeSet<String>();
    named.addAll(found(Path.of("src/main/resources/templates"), ".html", KEY_IN_TEMPLATE));
    named.addAll(found(Path.of("src/main/java/org/writ/review/desk"), ".java", KEY_IN_CODE));

    // When
    var keys = speech.in(Language.EN).keys();

    // Then
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(keys).containsAll(named);
  }

  @Test
  void everyValueOfAVocabularyHasAWord() {
    // Given
    var keys = speech.in(Language.EN).keys();
    var named =
        Stream.of(
                keys("case", CaseStatus.values()),
                keys("urgency", Urgency.values()),
                keys("outcome", CaseOutcome.values()).filter(key -> !key.endsWith("UNKNOWN")),
                Arrays.stream(Tab.values()).map(tab -> "queue.tab." + tab.key()),
                Arrays.stream(Tab.values()).map(tab -> "queue.empty." + tab.key()),
                Arrays.stream(News.values())
                    .filter(news -> news != News.NONE)
                    .map(news -> "news." + news.key()),
                Arrays.stream(Comfort.values()).map(comfort -> "comfort." + comfort.style()),
                Fact.of(Scope.ITEM).stream().map(fact -> "fact." + fact.word()),
                Topic.REVIEW_CASES.recordTypes().stream()
                    .map(type -> "event." + type.getSimpleName()))
            .flatMap(stream -> stream);

    // When, then
    assertThat(keys).containsAll(named.toList());
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void noSentenceIsLeftInEnglish(Language language) {
    // Given
    var english = speech.in(Language.EN);
    var words = speech.in(language);

    // When
    var same =
        words.keys().stream()
            .filter(key -> english.t(key).strip().chars().filter(c -> c == ' ').count() > 2)
            .filter(key -> words.t(key).equals(english.t(key)));

    // Then
    assertThat(same).isEmpty();
  }

  private static Stream<String> keys(String vocabulary, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> vocabulary + "." + value);
  }

  private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .forEach(
                match ->
                    found.add(
                        match.group(1) != null ? match.group(1) : match.group(match.groupCount())));
      }
    }
    return found;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).sorted().distinct().toList();
  }
}
