package org.writ.review.policy;

import java.util.List;

/** A policy's document is refused; every fault is named, with the rule that it is in. */
public final class InvalidPolicy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidPolicy(String source, List<String> faults) {
    super("Policy %s is refused:\n- %s".formatted(source, String.join("\n- ", faults)));
    this.faults = List.copyOf(faults);
  }

  /** Each fault, such as {@code rule suspect-confirmed: ground: …}. */
  public List<String> faults() {
    return faults;
  }
}
