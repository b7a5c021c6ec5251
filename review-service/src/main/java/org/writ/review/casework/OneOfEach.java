package org.writ.review.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one of each of the texts that tens of thousands of items have in common, such as the words
 * of a vocabulary. For one query or one body; not thread-safe.
 */
final class OneOfEach {

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<List<String>, List<String>> lists = new HashMap<>();

  /** An equal text. */
  String text(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /** An equal text; null stays null. */
  @Nullable String optionalText(@Nullable String text) {
    return text == null ? null : text(text);
  }

  /** The words of a column. */
  List<String> words(String column) {
    return columns.computeIfAbsent(column, Words::split);
  }

  /** Equal words, which cannot be changed. */
  List<String> words(List<String> words) {
    return lists.computeIfAbsent(words, List::copyOf);
  }
}
