package org.writ.web.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Asks officers of agencies for a sign-in that is strong enough, such as one with a second factor
 * (RFC 9470). Machines sign in with a secret or a key of their own and are not asked; a person is,
 * whichever client they sign in with.
 */
public final class OfficerSignIn {

  /** Said where no second factor is asked for. */
  private static final String NONE = "none";

  private final Caller caller;
  private final List<String> signInClients;
  private final List<String> requiredAcr;

  /**
   * With what is required.
   *
   * @param signInClients clients that nobody but people sign in with
   * @param requiredAcr values of the claim {@code acr}, one of which suffices; {@code none} alone:
   *     any sign-in does
   */
  OfficerSignIn(
      Caller caller,
      @ConfigProperty(name = "writ.officers.sign-in-clients") Optional<List<String>> signInClients,
      @ConfigProperty(name = "writ.officers.required-acr") List<String> requiredAcr) {
    this.caller = caller;
    this.signInClients = signInClients.orElse(List.of());
    if (requiredAcr.size() > 1 && requiredAcr.contains(NONE)) {
      throw new IllegalArgumentException(
          "writ.officers.required-acr (WRIT_OFFICERS_REQUIRED_ACR) must be none, or values without"
              + " none");
    }
    this.requiredAcr = requiredAcr.contains(NONE) ? List.of() : List.copyOf(requiredAcr);
  }

  /** Lets a call pass, or says how strongly one has to sign in. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
  public void request() {
    if (requiredAcr.isEmpty() || !caller.is(Roles.AGENCY) || !isPerson()) {
      return;
    }
    if (caller.strength().filter(requiredAcr::contains).isEmpty()) {
      throw HttpProblem.builder()
          .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
          .withStatus(Status.UNAUTHORIZED)
          .withDetail("Sign in with a second factor: the sign-in behind this token is not enough.")
          .withHeader(
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer error=\"insufficient_user_authentication\","
                  + " error_description=\"A stronger sign-in is required\", acr_values=\"%s\""
                      .formatted(String.join(" ", requiredAcr)))
          .build();
    }
  }

  private boolean isPerson() {
    return caller.client().filter(signInClients::contains).isPresent() || !caller.isMachine();
  }
}
