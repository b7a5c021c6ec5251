package org.writ.web.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one body. Not thread-safe. */
public final class Faults {

  private final List<Fault> found = new ArrayList<>();

  /** Notes a fault. */
  public void add(String pointer, String detail) {
    found.add(new Fault(pointer, detail));
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** The faults, in the order in which they were found. */
  public List<Fault> all() {
    return List.copyOf(found);
  }
}
