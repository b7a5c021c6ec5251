package org.writ.disclosure.collect;

/**
 * Something was about to be disclosed that the decision does not cover. Nothing of the delivery
 * leaves.
 */
public final class OutsideDecision extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutsideDecision(String itemId, String what) {
    super("Refused to disclose for item %s: %s".formatted(itemId, what));
  }
}
