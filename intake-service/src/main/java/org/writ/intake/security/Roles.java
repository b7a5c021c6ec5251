package org.writ.intake.security;

/**
 * The realm's roles that this service knows; they arrive in the token's {@code realm_access.roles}.
 */
public final class Roles {

  /** Submits requests and follows its own. */
  public static final String AGENCY = "agency";

  /** Runs the system; registers agencies. */
  public static final String OPS = "ops";

  /** Looks at everything and changes nothing. */
  public static final String AUDITOR = "auditor";

  private Roles() {}
}
