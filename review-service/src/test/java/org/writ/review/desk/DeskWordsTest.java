package org.writ.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.writ.review.casework.EscalationStep;
import org.writ.review.casework.Urgency;
import org.writ.review.policy.Fact;
import org.writ.review.policy.PolicySummary;
import org.writ.review.policy.Scope;
import org.writ.review.quality.SecondReview;

class DeskWordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[01]}");
  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("\\.t\\('([^']+)'");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile("\\bt\\(\\s*\"([a-z][^\"]+[^.\"])\"[,)]|\"((?:fault|refusal)\\.\\w+)\"");

  /** What is thrown where something is not possible: the strings of its sentence. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:new (?:Case|Review)Conflict|Problems\\.(?:stale|forbidden))\\(\\s*"
              + "(\\(?\"[^\"]*\"(?:\\s*\\+\\s*\"[^\"]*\")*)");

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
                keys("escalation", EscalationStep.values()),
                keys("judgement", SecondReview.Judgement.values()),
                keys("review.done", ReviewListPage.Done.values()),
                keys("outcome", CaseOutcome.values()).filter(key -> !key.endsWith("UNKNOWN")),
                Arrays.stream(Tab.values()).map(tab -> "queue.tab." + tab.key()),
                Arrays.stream(Tab.values()).map(tab -> "queue.empty." + tab.key()),
                Arrays.stream(News.values())
                    .filter(news -> news != News.NONE)
                    .map(news -> "news." + news.key()),
                Arrays.stream(Comfort.values()).map(comfort -> "comfort." + comfort.style()),
                Fact.of(Scope.ITEM).stream().map(fact -> "fact." + fact.word()),
                keys("policyStatus", PolicySummary.Status.values()),
                keys("policyOrigin", PolicySummary.Origin.values()),
                Stream.of(Topic.REVIEW_CASES, Topic.REVIEW_POLICIES)
                    .flatMap(topic -> topic.recordTypes().stream())
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

  @Test
  void everyRefusalOfTheServiceHasWords() throws IOException {
    // Given
    var refusals = new RefusalWords();
    var sentences = new TreeSet<String>();
    for (String room : List.of("casework", "quality")) {
      for (String source : sources(Path.of("src/main/java/org/writ/review", room))) {
        REFUSAL.matcher(source).results().forEach(found -> sentences.add(joined(found.group(1))));
      }
    }

    // When
    var unsaid =
        sentences.stream()
            .filter(sentence -> refusals.say(speech.in(Language.DE), sentence).isEmpty());

    // Then
    assertThat(sentences).hasSizeGreaterThan(30);
    assertThat(unsaid).isEmpty();
  }

  private static List<String> sources(Path folder) throws IOException {
    var sources = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  /** A sentence that the source breaks into several strings. */
  private static String joined(String literals) {
    return literals.strip().replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\\(?\"|\"$", "");
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
