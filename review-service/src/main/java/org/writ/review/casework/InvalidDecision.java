package org.writ.review.casework;

import java.util.List;
import org.writ.web.problem.Fault;

/** A decision is refused; every fault is named. */
public final class InvalidDecision extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  InvalidDecision(List<Fault> faults) {
    super(faults.size() + " faults in a decision");
    this.faults = List.copyOf(faults);
  }

  /** At least one. */
  public List<Fault> faults() {
    return faults;
  }
}
