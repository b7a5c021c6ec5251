package org.writ.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.writ.look.Language;
import org.writ.look.Words;

/** The words of the pages in every language, read once. */
@ApplicationScoped
public class Speech {

  /** The vocabularies, what all signed-in pages say, and what those of the service say. */
  private static final List<String> BUNDLES = List.of("look", "pages", "desk");

  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  /** Reads them. */
  public Speech() {
    for (Language language : Language.values()) {
      words.put(language, Words.of(language, BUNDLES));
    }
  }

  /** The words of a language. */
  public Words in(Language language) {
    return Objects.requireNonNull(words.get(language));
  }
}
