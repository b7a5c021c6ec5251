package org.writ.disclosure.security;

/**
 * The realm's roles that this service knows; they arrive in the token's {@code realm_access.roles}.
 */
public final class Roles {

  /** Fetches and acknowledges its own deliveries. */
  public static final String AGENCY = "agency";

  private Roles() {}
}
