package org.writ.web.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with one body. Very many faults are counted, and the first of
 * them listed. Not thread-safe.
 */
public final class Faults {

  /** Who has made this many mistakes has made one of them many times. */
  private static final int MAX_LISTED = 100;

  private final List<Fault> found = new ArrayList<>();
  private int unlisted;

  /** Notes a fault. */
  public void add(String pointer, String detail) {
    if (found.size() < MAX_LISTED) {
      found.add(new Fault(pointer, detail));
    } else {
      unlisted++;
    }
  }

  /** Notes what was found elsewhere in the same body. */
  public void addAll(Faults others) {
    others.found.forEach(fault -> add(fault.pointer(), fault.detail()));
    unlisted += others.unlisted;
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** The faults, in the order in which they were found; the last one counts those not listed. */
  public List<Fault> all() {
    var all = new ArrayList<>(found);
    if (unlisted > 0) {
      all.add(new Fault("", "has %d more faults that are not listed".formatted(unlisted)));
    }
    return List.copyOf(all);
  }
}
