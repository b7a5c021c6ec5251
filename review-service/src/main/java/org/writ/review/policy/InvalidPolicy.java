package org.writ.review.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy's document is refused; every fault is named, with its line and rule. */
public final class InvalidPolicy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PolicyFault> faults;

  InvalidPolicy(String source, List<PolicyFault> faults) {
    super(
        "Policy %s is refused:\n- %s"
            .formatted(
                source,
                faults.stream().map(PolicyFault::toString).collect(Collectors.joining("\n- "))));
    this.faults = List.copyOf(faults);
  }

  /** Each fault, in the order in which they were found. */
  public List<PolicyFault> faults() {
    return faults;
  }
}
