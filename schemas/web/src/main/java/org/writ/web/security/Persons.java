package org.writ.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.eventlog.Actor;
import org.writ.web.problem.Problems;

/**
 * The person behind the current call, whichever of their accounts they signed in with: what takes
 * two persons compares these. Which accounts belong to one person the identity provider says by a
 * claim of its tokens; where it says nothing, every account is a person of its own. Thread-safe.
 */
@ApplicationScoped
public class Persons {

  /** How people may be called in the log: opaque, and no mail address. */
  public static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final JsonWebToken token;
  private final String claim;

  /**
   * Asks the caller's access token. On the pages the identity's principal is the ID token, which
   * may say something else: one person would be two, the one on the pages and the one who calls.
   *
   * @param token the access token, on the pages too
   * @param claim that names the person
   */
  public Persons(JsonWebToken token, @ConfigProperty(name = "writ.sign-in.person") String claim) {
    this.token = token;
    this.claim = claim;
  }

  /**
   * The caller as the log names it: the role that they act in, and the person's opaque id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the token says who the person is,
   *     but not by an opaque id
   * @throws IllegalStateException if nobody signed in
   */
  public Actor in(String role) {
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
