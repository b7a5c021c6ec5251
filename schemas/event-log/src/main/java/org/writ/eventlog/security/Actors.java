package org.writ.eventlog.security;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.eventlog.Actor;

/** The opaque actor behind a signed-in caller. */
public final class Actors {

  private Actors() {}

  /**
   * The person that called, in this role.
   *
   * @return the role and the identity provider's opaque id ({@code sub}), never a name
   * @throws IllegalStateException if the caller has no token
   */
  public static Actor of(SecurityIdentity identity, String role) {
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
      return new Actor(role, token.getSubject());
    }
    throw new IllegalStateException("The caller has no token with a subject");
  }
}
