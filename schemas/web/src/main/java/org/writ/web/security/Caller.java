package org.writ.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.writ.eventlog.Actor;
import org.writ.eventlog.security.Actors;
import org.writ.web.problem.Problems;

/** Who sent the current request, by its verified access token. */
@RequestScoped
public class Caller {

  /** A person's token names the agency that the person works for. */
  private static final String AGENCY_CLAIM = "agency";

  /** A machine's token names the client that it was issued to, whose id is the agency's. */
  private static final String CLIENT_CLAIM = "azp";

  /** How strongly somebody signed in (OpenID Connect Core 1.0, section 2). */
  private static final String STRENGTH_CLAIM = "acr";

  /** What the identity provider calls whoever signed in. */
  private static final String NAME_CLAIM = "preferred_username";

  /** How Keycloak calls a client that signed in as itself, followed by the client's id. */
  private static final String MACHINE = "service-account-";

  private final JsonWebToken token;
  private final SecurityIdentity identity;

  /** Asked for several times in a call, and slow to find where the standard has no such claim. */
  private final Map<String, Optional<String>> claims = new HashMap<>();

  Caller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /**
   * Id of the agency that the caller acts for. That it is registered is for the caller of this
   * method to check.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the token names neither an agency
   *     nor a client
   */
  public String agencyId() {
    return claim(AGENCY_CLAIM)
        .or(() -> claim(CLIENT_CLAIM))
        .orElseThrow(() -> Problems.forbidden("The token names no agency."));
  }

  /** Whether the token names an agency besides the client that it was issued to. */
  public boolean namesAgency() {
    return claim(AGENCY_CLAIM).isPresent();
  }

  /** The client that the token was issued to; empty if the token does not say. */
  public Optional<String> client() {
    return claim(CLIENT_CLAIM);
  }

  /**
   * Whether a client signed in as itself (RFC 6749, 4.4), and no person with it. What cannot be
   * told counts as a person.
   */
  public boolean isMachine() {
    return client()
        .flatMap(client -> claim(NAME_CLAIM).filter((MACHINE + client)::equalsIgnoreCase))
        .isPresent();
  }

  /** How strongly the caller signed in, in the identity provider's words; empty if unknown. */
  public Optional<String> strength() {
    return claim(STRENGTH_CLAIM);
  }

  /** Whether the caller signed in, in this role. */
  public boolean is(String role) {
    return !identity.isAnonymous() && identity.hasRole(role);
  }

  /**
   * The caller as the log names it: the role that it acts in, and the identity provider's opaque
   * id.
   */
  public Actor as(String role) {
    return Actors.of(identity, role);
  }

  private Optional<String> claim(String name) {
    return claims.computeIfAbsent(
        name,
        _ -> Optional.ofNullable(token.<String>getClaim(name)).filter(value -> !value.isBlank()));
  }
}
