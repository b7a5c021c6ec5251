package org.writ.review.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.writ.eventlog.Actor;
import org.writ.web.security.Persons;
import org.writ.web.security.Roles;

/** The reviewer behind the current request. */
@ApplicationScoped
public class Reviewers {

  private static final List<String> ROLES = List.of(Roles.SENIOR_REVIEWER, Roles.REVIEWER);

  private final SecurityIdentity identity;
  private final Persons persons;

  Reviewers(SecurityIdentity identity, Persons persons) {
    this.identity = identity;
    this.persons = persons;
  }

  /**
   * The caller as the log names it: the higher of the reviewers' roles that they have (an operator,
   * where one may call, has neither), and the person's opaque id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the token says who the person is,
   *     but not by an opaque id
   */
  public Actor signedIn() {
    return persons.in(ROLES.stream().filter(identity::hasRole).findFirst().orElse(Roles.OPS));
  }

  /**
   * The same where people of several roles may do the same.
   *
   * @param roles the caller has one of them at least; the first that the caller has is named
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as above
   */
  public Actor inFirstOf(String... roles) {
    return Stream.of(roles)
        .filter(identity::hasRole)
        .findFirst()
        .map(persons::in)
        .orElseThrow(() -> new IllegalStateException("The caller is in none of these roles"));
  }

  /** Whether the caller is a reviewer, whatever else they are. */
  public boolean isReviewer() {
    return ROLES.stream().anyMatch(identity::hasRole);
  }
}
