package org.writ.review.casework;

import java.util.List;

/** Words of a vocabulary in one column, separated by commas, which no vocabulary has. */
final class Words {

  private static final String SEPARATOR = ",";

  private Words() {}

  static String join(List<String> words) {
    return String.join(SEPARATOR, words);
  }

  static List<String> split(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(SEPARATOR));
  }
}
