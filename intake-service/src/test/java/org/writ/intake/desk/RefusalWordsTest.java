package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.writ.look.Language;
import org.writ.pages.Speech;

class RefusalWordsTest {

  /** Whose refusals an officer can meet on a page. */
  private static final List<String> SOURCES =
      List.of(
          "src/main/java/org/writ/intake/access",
          "src/main/java/org/writ/intake/agency/RegisteredAgencies.java",
          "src/main/java/org/writ/intake/agency/AgencyRules.java",
          "src/main/java/org/writ/intake/request",
          "src/main/java/org/writ/intake/document",
          "src/main/java/org/writ/intake/desk",
          "../schemas/web/src/main/java",
          "../disclosure-service/src/main/java/org/writ/disclosure/delivery");

  /** What refuses with a sentence, and the sentence up to the end of its literals. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:Problems\\.(?:forbidden|conflict|gone|invalid|overloaded)|new RequestConflict"
              + "|Outcome\\.Conflict|UnsafeDocument|NotActive|DeliveryRefusal\\.\\w+"
              + "|Status\\.[A-Z_]+,|SUSPENDED|CLOSED|BARRED"
              + "|withDetail|super|case [A-Z_0-9]+ ->)"
              + "\\s*\\(?\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");

  private static final Pattern SENTENCE = Pattern.compile("[A-Z].*\\.");

  private static final Pattern BETWEEN_LITERALS = Pattern.compile("\"\\s*\\+?\\s*\"");

  /** About what no page sends, or what a page says by itself. */
  private static final Set<String> NOT_FROM_PAGES =
      Set.of(
          "The query parameter cursor must be a nextCursor of this list.",
          "The query parameter limit must be a number from 1 to 20971520.",
          "The query parameter suspended must be a time in UTC (RFC 3339), such as"
              + " 2026-05-01T00:00:00Z.",
          "The query parameter kind must be one of ORDER, TRANSLATION, SUPPLEMENT, OTHER.",
          "The body is not the one that the header Content-Digest is about.",
          "This Idempotency-Key was used for another body; use a new key for a new request.",
          "The document has yet to be scanned for viruses; try again later.",
          "The document was infected; its bytes are deleted.",
          "The document is too large for the virus scanner and stays held.",
          "Documents are read by their agency, and through their case.",
          "At most 20971520 characters are accepted in one element of the array, and 20971520 in"
              + " everything else.",
          "Sign in: send a valid access token of the realm in the Authorization header.",
          // Said where nothing else is: a page has better words for each status.
          "The request cannot be understood.",
          "Nothing is found at this address.",
          "This address does not know the method.",
          "This address answers in no format that Accept names.",
          "Not possible in this state.",
          "This address reads application/json only.",
          "The service failed; its operators see why. Try again with the same Idempotency-Key, or"
              + " after reading the state anew.");

  private final Speech speech = new Speech();

  static List<String> sentences() throws IOException {
    var sentences = new ArrayList<String>();
    for (String source : SOURCES) {
      try (Stream<Path> files = Files.walk(Path.of(source))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          REFUSAL
              .matcher(Files.readString(file))
              .results()
              .map(found -> said(found.group(1)))
              .filter(RefusalWordsTest::isForPages)
              .forEach(sentences::add);
        }
      }
    }
    return sentences;
  }

  @Test
  void everyRefusalThatAPageCanShowHasWords() throws IOException {
    // Given
    var words = speech.in(Language.HI);

    // When
    var sentences = sentences();

    // Then
    assertThat(sentences).hasSizeGreaterThan(40);
    assertThat(sentences)
        .allSatisfy(sentence -> assertThat(new RefusalWords().say(words, sentence)).isPresent());
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void noRefusalIsLeftInEnglish(Language language) throws IOException {
    // Given
    var words = speech.in(language);
    var english = speech.in(Language.EN);

    // When
    var sentences = sentences();

    // Then
    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(new RefusalWords().say(words, sentence))
                    .isNotEqualTo(new RefusalWords().say(english, sentence)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "At most 20971520 bytes are accepted here.|The file is too large: at most 20 MiB.",
        "The agency calls too often; the next call may be made in 7 s.|You can go on in 7 seconds.",
        "A request takes at most 50 documents.|A request takes at most 50 documents.",
        "The virus scanner found Eicar {0} in the document; nothing was kept."
            + "|The virus scanner found Eicar {0} in the file. Nothing of it was kept.",
        "The agency is closed; ask the operators.|Your agency’s access is closed."
      })
  void valuesAreKept(String said, String words) {
    // When
    var shown = new RefusalWords().say(speech.in(Language.EN), said);

    // Then
    assertThat(shown).contains(words);
  }

  @Test
  void sentenceThatHasNoWordsIsNotShown() {
    // When
    var shown = new RefusalWords().say(speech.in(Language.EN), "Something new.");

    // Then
    assertThat(shown).isEmpty();
  }

  private static String said(String literals) {
    String joined = BETWEEN_LITERALS.matcher(literals.strip()).replaceAll("");
    return joined
        .substring(1, joined.lastIndexOf('"'))
        .replace("%d", "20971520")
        .replace("%s", "suspended");
  }

  private static boolean isForPages(String said) {
    return SENTENCE.matcher(said).matches() && !NOT_FROM_PAGES.contains(said);
  }
}
