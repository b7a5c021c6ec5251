package org.writ.review.desk.register;

import java.util.List;
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

  /** The document as it was sent, line by line; empty if nothing is wrong with a line of it. */
  public List<DocumentLine> lines() {
    return faults.isEmpty() ? List.of() : DocumentLine.of(document, faults);
  }

  /** Where a link to a fault leads. */
  public int place(PolicyFault fault) {
    return DocumentLine.place(document, fault);
  }
}
