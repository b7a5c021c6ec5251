package org.writ.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What the pages say, in one language: the entries of {@code words/<bundle>_<language>.properties}
 * (UTF-8). Immutable.
 */
public final class Words {

  private final Language language;
  private final Map<String, String> entries;

  private Words(Language language, Map<String, String> entries) {
    this.language = language;
    this.entries = entries;
  }

  /**
   * Reads the bundles from the class path.
   *
   * @param bundles names such as {@code look}; what is in a later one hides the same key before it
   * @throws IllegalStateException if one of them is not there in this language
   */
  public static Words of(Language language, List<String> bundles) {
    var entries = new HashMap<String, String>();
    for (String bundle : bundles) {
      String name = "words/%s_%s.properties".formatted(bundle, language.tag());
      try (InputStream file =
          Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
        if (file == null) {
          throw new IllegalStateException("The class path has no " + name);
        }
        var properties = new Properties();
        properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        properties
            .stringPropertyNames()
            .forEach(key -> entries.put(key, properties.getProperty(key)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return new Words(language, Map.copyOf(entries));
  }

  /** Which language it is. */
  public Language language() {
    return language;
  }

  /** Every key. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * What is said under a key.
   *
   * @throws IllegalArgumentException if nothing is
   */
  public String t(String key) {
    String said = entries.get(key);
    if (said == null) {
      throw new IllegalArgumentException("There are no words for " + key);
    }
    return said;
  }

  /** The same with a value in the place of {@code {0}}. */
  public String t(String key, Object value) {
    return t(key).replace("{0}", String.valueOf(value));
  }

  /** The same with two values, in the places of {@code {0}} and {@code {1}}. */
  public String t(String key, Object first, Object second) {
    String before = t(key);
    int place = before.indexOf("{1}");
    // The first value may itself look like a place.
    return place < 0
        ? t(key, first)
        : before.substring(0, place).replace("{0}", String.valueOf(first))
            + second
            + before.substring(place + "{1}".length()).replace("{0}", String.valueOf(first));
  }

  /**
   * The word for a value of a vocabulary, such as {@code process} and {@code COURT_ORDER}; the
   * value itself where a vocabulary has grown.
   */
  public String of(String vocabulary, Object value) {
    return entries.getOrDefault(vocabulary + "." + value, String.valueOf(value));
  }
}
