package org.writ.review.security;

/**
 * The realm's roles that this service knows; they arrive in the token's {@code realm_access.roles}.
 */
public final class Roles {

  /** Reads, claims and decides cases. */
  public static final String REVIEWER = "reviewer";

  /** Does what a reviewer does, and more where a policy asks for it. */
  public static final String SENIOR_REVIEWER = "senior-reviewer";

  private Roles() {}
}
