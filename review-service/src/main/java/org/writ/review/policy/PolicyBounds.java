package org.writ.review.policy;

/**
 * How many rules and examples a policy may have, as every request is analysed under all rules and
 * examples are run whenever a document is loaded; and how hard conditions are tried.
 *
 * @param rules most rules
 * @param itemRules most of these that apply to items: each is asked about every item that differs
 *     from the others, and a request may have 50,000
 * @param examples most of one rule
 * @param trials on how many sets of {@link BoundaryFacts} a condition is tried, at most
 */
record PolicyBounds(int rules, int itemRules, int examples, int trials) {

  /** Of what comes into force from now on. */
  static final PolicyBounds OF_NEW = new PolicyBounds(1_000, 50, 20, 500);

  /**
   * Of what the log holds: the most that any version of the service took in. A policy counts for
   * ever once it is activated, so that a bound that came later is none for it, nor a trial.
   */
  static final PolicyBounds OF_HELD = new PolicyBounds(10_000, 10_000, 100, 0);
}
