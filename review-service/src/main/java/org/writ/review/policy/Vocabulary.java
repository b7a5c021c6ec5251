package org.writ.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Members;

/**
 * The words that a policy's document may use for what it is about. Those of requests are open
 * vocabularies, and a rule may name others; a section of a document that names a word nobody knows
 * has a mistake in it.
 *
 * @param what the words are, for messages
 * @param words all of them
 */
record Vocabulary(String what, Pattern words) {

  static final Vocabulary DATA_TYPES =
      of(
          "data type",
          "PHONE_NUMBER",
          "IP_ADDRESS",
          "DEVICE",
          "USERNAME_HISTORY",
          "CONTENT",
          "TRAFFIC");

  static final Vocabulary PROCESSES =
      of(
          "process",
          "COURT_ORDER",
          "SEARCH_WARRANT",
          "SUBPOENA",
          "PRODUCTION_ORDER",
          "PRESERVATION_ORDER",
          "EMERGENCY");

  /** Every request comes under one of them. */
  static final Set<String> ALL_REGIMES = Set.of("NATIONAL", "EU_E_EVIDENCE", "MLAT", "CLOUD_ACT");

  static final Vocabulary REGIMES = of("regime", ALL_REGIMES.toArray(String[]::new));

  static final Vocabulary AUTHORITIES = of("authority", "COURT", "PROSECUTOR", "POLICE", "OTHER");

  static final Vocabulary OFFENCES =
      of(
          "offence category",
          "TERRORISM",
          "CHILD_SEXUAL_ABUSE",
          "DRUG_TRAFFICKING",
          "MONEY_LAUNDERING",
          "FRAUD",
          "CYBERCRIME",
          "VIOLENCE",
          "SPEECH",
          "OTHER");

  /** ISO 3166-1 alpha-2. */
  static final Vocabulary COUNTRIES = new Vocabulary("country", Pattern.compile("[A-Z]{2}"));

  /** Those that can be asked for and that the platform never discloses, whatever a policy says. */
  static final Set<String> NEVER_DISCLOSED = Set.of("CONTENT", "TRAFFIC");

  private static final int MOST_WORDS = 300;

  private static Vocabulary of(String what, String... words) {
    return new Vocabulary(what, Pattern.compile(String.join("|", words)));
  }

  /** One word that has to be there; null after noting what is wrong with it. */
  @Nullable String one(Members members, String name) {
    String word = members.text(name, PolicyDocument.NAME);
    if (word != null && !words.matcher(word).matches()) {
      members.fault(name, "unknown " + what + " " + word);
      return null;
    }
    return word;
  }

  /** Words of a list that has at least one. */
  Set<String> some(Members members, String name) {
    return read(members, name, members.array(name, MOST_WORDS));
  }

  /** Words of a list that may be empty or absent. */
  Set<String> any(Members members, String name) {
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
    return Set.copyOf(read);
  }
}
