package org.writ.review.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Members;
import org.writ.web.problem.Text;

/**
 * The words that people may use for what requests are about: in a policy's document, in a country's
 * safeguards. Those of requests are open vocabularies, and a rule may name others; a section of a
 * document that names a word nobody knows has a mistake in it.
 *
 * @param what the words are, for messages
 * @param words all of them
 */
public record Vocabulary(String what, Pattern words) {

  public static final Vocabulary DATA_TYPES =
      of(
          "data type",
          "PHONE_NUMBER",
          "IP_ADDRESS",
          "DEVICE",
          "USERNAME_HISTORY",
          "CONTENT",
          "TRAFFIC");

  public static final Vocabulary PROCESSES =
      of(
          "process",
          "COURT_ORDER",
          "SEARCH_WARRANT",
          "SUBPOENA",
          "PRODUCTION_ORDER",
          "PRESERVATION_ORDER",
          "EMERGENCY");

  /** Every request comes under one of them. */
  public static final Set<String> ALL_REGIMES =
      Set.of("NATIONAL", "EU_E_EVIDENCE", "MLAT", "CLOUD_ACT");

  public static final Vocabulary REGIMES = of("regime", ALL_REGIMES.toArray(String[]::new));

  public static final Vocabulary AUTHORITIES =
      of("authority", "COURT", "PROSECUTOR", "POLICE", "OTHER");

  /** What an offence is about, in the order in which people are shown it. */
  public static final List<String> OFFENCE_CATEGORIES =
      List.of(
          "TERRORISM",
          "CHILD_SEXUAL_ABUSE",
          "DRUG_TRAFFICKING",
          "MONEY_LAUNDERING",
          "FRAUD",
          "CYBERCRIME",
          "VIOLENCE",
          "SPEECH",
          "OTHER");

  public static final Vocabulary OFFENCES =
      of("offence category", OFFENCE_CATEGORIES.toArray(String[]::new));

  /** ISO 3166-1 alpha-2. */
  public static final Vocabulary COUNTRIES = new Vocabulary("country", Pattern.compile("[A-Z]{2}"));

  /** Those that can be asked for and that the platform never discloses, whatever a policy says. */
  public static final Set<String> NEVER_DISCLOSED = Set.of("CONTENT", "TRAFFIC");

  private static final Text NAME = Text.line(100);
  private static final int MOST_WORDS = 300;

  private static Vocabulary of(String what, String... words) {
    return new Vocabulary(what, Pattern.compile(String.join("|", words)));
  }

  /** One word that has to be there; null after noting what is wrong with it. */
  public @Nullable String one(Members members, String name) {
    String word = members.text(name, NAME);
    if (word != null && !words.matcher(word).matches()) {
      members.fault(name, "unknown " + what + " " + word);
      return null;
    }
    return word;
  }

  /** Words of a list that has at least one, in its order. */
  public Set<String> some(Members members, String name) {
    return read(members, name, members.array(name, MOST_WORDS));
  }

  /** Words of a list that may be empty or absent, in its order. */
  public Set<String> any(Members members, String name) {
    return read(members, name, members.optionalArray(name, MOST_WORDS));
  }

  private Set<String> read(Members members, String name, @Nullable JsonNode array) {
    var read = new LinkedHashSet<String>();
    if (array != null) {
      for (JsonNode element : array) {
        String word = element.asText();
        if (!element.isTextual() || !words.matcher(word).matches()) {
          members.fault(name, "unknown " + what + " " + word);
        } else if (!read.add(word)) {
          members.fault(name, word + " is there twice");
        }
      }
    }
    return Collections.unmodifiableSet(read);
  }
}
