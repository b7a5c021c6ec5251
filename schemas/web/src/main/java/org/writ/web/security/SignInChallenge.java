package org.writ.web.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks for a token where it is missing or not valid. Takes the place of the problem extension's own
 * answer, which reads a field that this version of Quarkus no longer has.
 */
public final class SignInChallenge {

  /** Before the extension's. */
  private static final int FIRST = 1;

  /**
   * 401 as a problem, with the challenge of RFC 6750. It does not say what is wrong with a token.
   */
  @ServerExceptionMapper(
      value = {UnauthorizedException.class, AuthenticationFailedException.class},
      priority = FIRST)
  public Response challenge(SecurityException refused) {
    return HttpProblem.builder()
        .withType(URI.create("about:blank"))
        .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
        .withStatus(Status.UNAUTHORIZED)
        .withDetail("Sign in: send a valid access token of the realm in the Authorization header.")
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build()
        .toResponse();
  }
}
