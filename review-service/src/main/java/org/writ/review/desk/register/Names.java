package org.writ.review.desk.register;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writ.look.Words;

/** What countries and the words of vocabularies are called in the reader's language. Pure. */
final class Names {

  private Names() {}

  /** A country's name. */
  static String country(Words words, String code) {
    return Locale.of("", code).getDisplayCountry(words.language().locale());
  }

  /** A country that can be chosen. */
  record Country(String code, String name) {}

  /** All countries by name. */
  static List<Country> countries(Words words) {
    return Stream.of(Locale.getISOCountries())
        .map(code -> new Country(code, country(words, code)))
        .sorted(
            Comparator.comparing(Country::name, Collator.getInstance(words.language().locale())))
        .toList();
  }

  /** The names of values, in their order; a dash for none. */
  static String list(Words words, String vocabulary, Collection<String> values) {
    return values.isEmpty()
        ? "–"
        : values.stream()
            .map(value -> words.of(vocabulary, value))
            .collect(Collectors.joining(", "));
  }
}
