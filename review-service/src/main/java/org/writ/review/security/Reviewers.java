package org.writ.review.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.writ.eventlog.Actor;
import org.writ.eventlog.security.Actors;
import org.writ.web.security.Roles;

/** The reviewer behind the current request. */
@ApplicationScoped
public class Reviewers {

  private final SecurityIdentity identity;

  Reviewers(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The caller as the log names it: the higher of the reviewers' roles that they have, and the
   * identity provider's opaque id.
   */
  public Actor signedIn() {
    return Actors.of(
        identity, identity.hasRole(Roles.SENIOR_REVIEWER) ? Roles.SENIOR_REVIEWER : Roles.REVIEWER);
  }

  /**
   * The caller as the log names it where people of several roles do the same.
   *
   * @param roles the caller has one of them at least; the first that the caller has is named
   */
  public Actor inFirstOf(String... roles) {
    return Stream.of(roles)
        .filter(identity::hasRole)
        .findFirst()
        .map(role -> Actors.of(identity, role))
        .orElseThrow(() -> new IllegalStateException("The caller is in none of these roles"));
  }
}
