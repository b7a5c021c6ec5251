package org.writ.review.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.look.Words;

/**
 * How near a due time has come, as it was told last.
 *
 * @param label in words
 * @param style its shape and colour, in the stylesheet
 */
record EscalationMark(String label, String style) {

  /**
   * The mark of a case.
   *
   * @param told names of the steps of escalation, in the order in which they were told
   * @return null if none was
   */
  static @Nullable EscalationMark of(Words words, List<String> told) {
    if (told.isEmpty()) {
      return null;
    }
    String last = told.getLast();
    return new EscalationMark(
        words.of("escalation", last),
        switch (last) {
          case "HALF" -> "note";
          case "FOUR_FIFTHS" -> "second";
          default -> "blocking";
        });
  }
}
