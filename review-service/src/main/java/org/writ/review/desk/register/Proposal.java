package org.writ.review.desk.register;

import java.util.List;
import java.util.stream.IntStream;
import org.writ.pages.Frame;
import org.writ.review.policy.PolicyFault;

/**
 * A policy that somebody is about to propose.
 *
 * @param f the frame
 * @param document what was typed or uploaded
 * @param faults what is wrong with it
 * @param missing whether there is nothing to propose
 * @param refusal why it was not accepted otherwise
 */
record Proposal(
    Frame f, String document, List<PolicyFault> faults, boolean missing, Refusal refusal) {

  /** Id of the form with the document. */
  static final String FORM = "proposal";

  /** A line of the document with what is wrong there. */
  record CheckedLine(int number, String text, List<PolicyFault> faults) {}

  /** The document as it was sent, line by line; empty if nothing is wrong with a line of it. */
  public List<CheckedLine> lines() {
    if (faults.isEmpty()) {
      return List.of();
    }
    List<String> lines = document.lines().toList();
    int shown = Math.max(lines.size(), 1);
    return IntStream.rangeClosed(1, shown)
        .mapToObj(
            number ->
                new CheckedLine(
                    number,
                    number > lines.size() ? "" : lines.get(number - 1),
                    faults.stream().filter(fault -> line(fault, shown) == number).toList()))
        .toList();
  }

  /** Where a link to a fault leads. */
  public int place(PolicyFault fault) {
    return line(fault, Math.max((int) document.lines().count(), 1));
  }

  /** What is missing may be said to stand behind the last line. */
  private static int line(PolicyFault fault, int lines) {
    return Math.clamp(fault.line(), 1, lines);
  }
}
