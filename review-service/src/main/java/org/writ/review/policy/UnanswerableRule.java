package org.writ.review.policy;

/** A rule of a policy has no answer for a request, so that there is no whole analysis of it. */
public final class UnanswerableRule extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  UnanswerableRule(Policy policy, Rule rule, Condition.Unanswerable cause) {
    super(
        "Policy %s, rule %s cannot be evaluated: %s"
            .formatted(policy.id(), rule.id(), cause.getMessage()),
        cause);
    this.rule = rule.id();
  }

  /** Its id. */
  public String rule() {
    return rule;
  }
}
