package org.writ.review.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.eventlog.Actor;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * The reviewer behind the current request: a person, whichever of their accounts they signed in
 * with. Which accounts belong to one person the identity provider says by a claim of its tokens;
 * where it says nothing, every account is a person of its own.
 */
@ApplicationScoped
public class Reviewers {

  /** How people may be called in the log: opaque, and no mail address. */
  public static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private static final List<String> ROLES = List.of(Roles.SENIOR_REVIEWER, Roles.REVIEWER);

  private final SecurityIdentity identity;
  private final JsonWebToken token;
  private final String claim;

  /**
   * Asks the caller's access token. On the pages the identity's principal is the ID token, which
   * may say something else: one person would be two, the one on the pages and the one who calls.
   *
   * @param token the access token, on the pages too
   * @param claim that names the person
   */
  Reviewers(
      SecurityIdentity identity,
      JsonWebToken token,
      @ConfigProperty(name = "writ.reviewers.person") String claim) {
    this.identity = identity;
    this.token = token;
    this.claim = claim;
  }

  /**
   * The caller as the log names it: the higher of the reviewers' roles that they have (an operator,
   * where one may call, has neither), and the person's opaque id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the token says who the person is,
   *     but not by an opaque id
   */
  public Actor signedIn() {
    return as(ROLES.stream().filter(identity::hasRole).findFirst().orElse(Roles.OPS));
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
        .map(this::as)
        .orElseThrow(() -> new IllegalStateException("The caller is in none of these roles"));
  }

  private Actor as(String role) {
    Object person = token.getClaim(claim);
    return new Actor(role, person == null ? subject() : opaque(person));
  }

  private String subject() {
    String subject = token.getSubject();
    if (subject == null) {
      throw new IllegalStateException("The caller has no access token with a subject");
    }
    return subject;
  }

  /** Another form is refused rather than passed over, which would make two persons of one. */
  private String opaque(Object person) {
    if (person instanceof String id && PERSON.matcher(id).matches()) {
      return id;
    }
    throw Problems.forbidden(
        "The token's claim %s has to be an opaque id: %s".formatted(claim, PERSON.pattern()));
  }
}
