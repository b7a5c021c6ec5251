package org.writ.review.desk.register;

import java.util.List;
import java.util.stream.IntStream;
import org.writ.review.policy.PolicyFault;

/**
 * A line of a policy's document.
 *
 * @param number from 1
 * @param text of the line
 * @param faults what is wrong there
 */
record DocumentLine(int number, String text, List<PolicyFault> faults) {

  /** Every line of a document; of an empty one a line for its faults. */
  static List<DocumentLine> of(String document, List<PolicyFault> faults) {
    List<String> lines = document.lines().toList();
    int shown = Math.max(lines.size(), 1);
    return IntStream.rangeClosed(1, shown)
        .mapToObj(
            number ->
                new DocumentLine(
                    number,
                    number > lines.size() ? "" : lines.get(number - 1),
                    faults.stream().filter(fault -> place(fault, shown) == number).toList()))
        .toList();
  }

  /** Number of the line that a fault is shown at. */
  static int place(String document, PolicyFault fault) {
    return place(fault, Math.max((int) document.lines().count(), 1));
  }

  /** What is missing may be said to stand behind the last line. */
  private static int place(PolicyFault fault, int lines) {
    return Math.clamp(fault.line(), 1, lines);
  }
}
