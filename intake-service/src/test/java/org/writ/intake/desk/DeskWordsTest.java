package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.deadline.Deadline;
import org.writ.intake.document.DocumentKind;
import org.writ.intake.refusal.RefusalReport;
import org.writ.intake.refusal.RefusalReports;
import org.writ.intake.request.Identifier;
import org.writ.intake.request.RefusedItems;
import org.writ.intake.request.Submission;
import org.writ.look.Language;
import org.writ.pages.Speech;

class DeskWordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{[01]}");
  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("\\.t\\('([^']+)'");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile("\\bt\\(\\s*\"([a-z][^\"]+[^.\"])\"[,)]");

  /** A ground for refusal in a policy, with its wording. */
  private static final Pattern GROUND = Pattern.compile("(?m)^  ([A-Z][A-Z_]+):");

  /** The same with what would make the request succeed. */
  private static final Pattern REMEDY =
      Pattern.compile("(?m)^  ([A-Z][A-Z_]+):\n(?:    .*\n)*?    remedy: (.*)$");

  private static final Path POLICIES = Path.of("../review-service/src/main/resources/policies");

  /** Units, a dash and a preposition. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "confirm.period",
          "size.kib",
          "size.mib",
          "size.gib",
          "time.hours",
          "time.minutes",
          "time.in");

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
    named.addAll(found(Path.of("src/main/java/org/writ/intake/desk"), ".java", KEY_IN_CODE));

    // When
    var keys = speech.in(Language.EN).keys();

    // Then
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(keys).containsAll(named);
  }

  static Stream<List<Object>> vocabularies() {
    return Stream.of(
        vocabulary("process", Submission.Process.values()),
        vocabulary("regime", Submission.Regime.values()),
        vocabulary("authority", Submission.AuthorityType.values()),
        vocabulary("category", Submission.OffenceCategory.values()),
        vocabulary("dataType", Submission.DataType.values()),
        vocabulary("identifier", Identifier.Type.values()),
        vocabulary("status", RequestStatus.values()),
        vocabulary("result", ItemResult.values()),
        vocabulary("document", DocumentKind.values()),
        Stream.concat(Stream.of((Object) "rule"), Deadline.rules().stream()).toList(),
        Stream.concat(Stream.of((Object) "ground"), grounds()).toList(),
        Stream.concat(Stream.of((Object) "remedy"), grounds()).toList());
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("vocabularies")
  void everyValueOfAVocabularyHasAWord(List<Object> vocabulary) {
    // Given
    var words = speech.in(Language.EN);

    // When
    var missing =
        vocabulary.stream()
            .skip(1)
            .map(value -> vocabulary.getFirst() + "." + value)
            .filter(key -> !key.endsWith(".UNSPECIFIED") && !words.keys().contains(key));

    // Then
    assertThat(missing).isEmpty();
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
            .filter(key -> english.t(key).strip().contains(" "))
            .filter(key -> words.t(key).equals(english.t(key)))
            .filter(key -> !SAME_EVERYWHERE.contains(key));

    // Then
    assertThat(same).isEmpty();
  }

  /** The English words are the policies' own, which the others were translated from. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-emergencies.yaml,NATIONAL",
    "2026-11-emergencies.yaml,MLAT",
    "us-sca.yaml,NATIONAL",
    "us-cloud-act.yaml,CLOUD_ACT",
    "eu-e-evidence.yaml,EU_E_EVIDENCE"
  })
  void whatWouldMakeARequestSucceedIsWhatThePolicySays(String policy, String regime)
      throws IOException {
    // Given
    var counted = new ArrayList<RefusedItems.Ground>();
    var remedies = new ArrayList<String>();
    REMEDY
        .matcher(Files.readString(POLICIES.resolve(policy)))
        .results()
        .forEach(
            found -> {
              counted.add(new RefusedItems.Ground(found.group(1), regime, 1, 1));
              remedies.add(found.group(2));
            });

    // When
    var report = RefusalReports.of(counted, speech.in(Language.EN));

    // Then
    assertThat(remedies).hasSizeGreaterThan(5);
    assertThat(report.causes())
        .extracting(RefusalReport.Cause::remedy)
        .containsExactlyElementsOf(remedies);
  }

  /** As the policies name them. */
  private static Stream<String> grounds() {
    try (var policies = Files.list(POLICIES)) {
      var grounds = new TreeSet<String>();
      for (Path policy : policies.toList()) {
        GROUND
            .matcher(Files.readString(policy))
            .results()
            .forEach(match -> grounds.add(match.group(1)));
      }
      assertThat(grounds).hasSizeGreaterThan(5);
      return grounds.stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Object> vocabulary(String name, Enum<?>[] values) {
    return Stream.concat(Stream.of((Object) name), Stream.of(values)).toList();
  }

  private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(match.group(1)));
      }
    }
    return found;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).sorted().distinct().toList();
  }
}
