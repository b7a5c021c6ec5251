package org.writ.review.policy;

import jakarta.enterprise.context.ApplicationScoped;

/** The policies that count at this moment. Thread-safe. */
@ApplicationScoped
public class PolicyRegister {

  private final ShippedPolicies shipped;

  PolicyRegister(ShippedPolicies shipped) {
    this.shipped = shipped;
  }

  /** Those that are in force, were, or will be. */
  public Policies current() {
    return shipped.policies();
  }
}
