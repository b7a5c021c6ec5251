package org.writ.review.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.eventlog.Actor;

/** Who sent the current request, by its verified access token. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /**
   * The caller as the log names it: the higher of the reviewers' roles that they have, and the
   * identity provider's opaque id.
   */
  public Actor reviewer() {
    String role = identity.hasRole(Roles.SENIOR_REVIEWER) ? Roles.SENIOR_REVIEWER : Roles.REVIEWER;
    return new Actor(
        role, Objects.requireNonNull(token.getSubject(), "An access token without subject"));
  }
}
