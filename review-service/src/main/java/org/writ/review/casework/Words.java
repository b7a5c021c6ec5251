package org.writ.review.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a vocabulary, or opaque ids of persons, in one column, separated by commas, which
 * neither of them has.
 */
final class Words {

  private static final String SEPARATOR = ",";

  private Words() {}

  static String join(List<String> words) {
    return String.join(SEPARATOR, words);
  }

  static List<String> split(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(SEPARATOR));
  }

  /** Names of a policy's rules, each a line; null in place of none. */
  static @Nullable String lines(List<String> names) {
    return names.isEmpty() ? null : String.join("\n", names);
  }

  /** What {@link #lines} wrote. */
  static List<String> ofLines(@Nullable String column) {
    return column == null ? List.of() : List.of(column.split("\n"));
  }
}
