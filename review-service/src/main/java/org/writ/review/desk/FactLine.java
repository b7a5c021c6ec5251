package org.writ.review.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.writ.look.Moments;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;
import org.writ.review.policy.Fact;
import org.writ.review.policy.FactType;
import org.writ.review.policy.Scope;

/**
 * A fact that a finding rests on, as pages show it.
 *
 * @param label what it is called
 * @param name as the policy's rules name it
 * @param value in words; as it is recorded where a later version of the service wrote it
 */
public record FactLine(String label, String name, String value) {

  /** Facts in the reader's words, in their order. */
  public static List<FactLine> of(Frame f, List<CaseView.FactUsed> facts) {
    return facts.stream()
        .map(used -> new FactLine(f.w().of("fact", used.name()), used.name(), value(f, used)))
        .toList();
  }

  private static String value(Frame f, CaseView.FactUsed used) {
    Optional<Fact> known =
        Fact.of(Scope.ITEM).stream().filter(fact -> fact.word().equals(used.name())).findFirst();
    if (used.value().isEmpty()) {
      return f.w()
          .t(known.filter(FactLine::several).isPresent() ? "findings.facts.none" : "unknown");
    }
    return known.map(fact -> value(f, fact, used.value())).orElse(used.value());
  }

  private static boolean several(Fact fact) {
    return fact.type() == FactType.WORDS;
  }

  private static String value(Frame f, Fact fact, String value) {
    return switch (fact.type()) {
      case FLAG -> f.w().t(value.equals("true") ? "yes" : "no");
      case COUNT -> value;
      case TIME -> time(f, value);
      case WORD, WORDS ->
          Arrays.stream(value.split(","))
              .map(word -> word(f, fact, word))
              .collect(Collectors.joining(", "));
    };
  }

  private static String time(Frame f, String value) {
    try {
      return value.indexOf('T') < 0
          ? new Moments(f.w()).day(LocalDate.parse(value))
          : f.moment(Instant.parse(value));
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String word(Frame f, Fact fact, String word) {
    return switch (fact) {
      case COUNTRY, ISSUING_AUTHORITY_COUNTRY ->
          Locale.of("", word).getDisplayCountry(f.w().language().locale());
      case PROCESS -> f.w().of("process", word);
      case REGIME -> f.w().of("regime", word);
      case ISSUING_AUTHORITY_TYPE -> f.w().of("authority", word);
      case OFFENCE_CATEGORY -> f.w().of("category", word);
      case CHANNEL -> f.w().of("channel", word);
      case IDENTIFIER_TYPE -> f.w().of("identifier", word);
      case ORDERABLE, DISCLOSABLE, DATA_TYPES -> f.w().of("dataType", word);
      default -> word;
    };
  }
}
