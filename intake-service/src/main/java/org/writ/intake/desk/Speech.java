package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.writ.look.Language;
import org.writ.look.Words;

/** The words of the pages in every language, read once. */
@ApplicationScoped
class Speech {

  /** The vocabularies that all services share, and what these pages say. */
  static final List<String> BUNDLES = List.of("look", "desk");

  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  Speech() {
    for (Language language : Language.values()) {
      words.put(language, Words.of(language, BUNDLES));
    }
  }

  /** The words of a language. */
  Words in(Language language) {
    return Objects.requireNonNull(words.get(language));
  }
}
