package org.writ.web.security;

/**
 * The realm's roles that are called with; they arrive in the token's {@code realm_access.roles}.
 */
public final class Roles {

  /** Submits requests, follows its own, fetches and acknowledges its own deliveries. */
  public static final String AGENCY = "agency";

  /** Reads, claims and decides cases. */
  public static final String REVIEWER = "reviewer";

  /** Does what a reviewer does, and more where a policy asks for it. */
  public static final String SENIOR_REVIEWER = "senior-reviewer";

  /** Runs the system; registers agencies. */
  public static final String OPS = "ops";

  /** Looks at everything and changes nothing. */
  public static final String AUDITOR = "auditor";

  /** Another of Writ's services, calling as itself. */
  public static final String SERVICE = "service";

  private Roles() {}
}
