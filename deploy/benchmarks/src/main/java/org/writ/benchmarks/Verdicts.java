package org.writ.benchmarks;

/** Says of each bound whether it is kept, and remembers whether all were. Not thread-safe. */
final class Verdicts {

  private boolean good = true;

  /** Whether every bound so far is kept. */
  boolean good() {
    return good;
  }

  void atLeast(String name, double figure, double bound) {
    say(name, figure, "at least", bound, figure >= bound);
  }

  void atMost(String name, double figure, double bound) {
    say(name, figure, "at most", bound, figure <= bound);
  }

  /** Something that holds or does not. */
  void holds(String name, boolean met) {
    good &= met;
    System.out.printf("%-40s %s%n", name, met ? "met" : "MISSED");
  }

  private void say(String name, double figure, String relation, double bound, boolean met) {
    good &= met;
    System.out.printf(
        "%-40s %.2f (%s %.1f: %s)%n", name, figure, relation, bound, met ? "met" : "MISSED");
  }
}
