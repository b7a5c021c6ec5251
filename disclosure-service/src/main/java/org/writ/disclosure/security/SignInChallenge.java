package org.writ.disclosure.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.writ.disclosure.problem.Problems;

/**
 * Answers a caller whose token is missing, expired or forged. The problem extension has an answer
 * of its own that fails on this version of Quarkus; this one comes first.
 */
public final class SignInChallenge {

  private static final int BEFORE_THE_EXTENSION = 1;

  /** 401 with the challenge of RFC 6750, which does not tell what is wrong with a token. */
  @ServerExceptionMapper(
      value = {UnauthorizedException.class, AuthenticationFailedException.class},
      priority = BEFORE_THE_EXTENSION)
  public Response challenge(SecurityException refused) {
    return Problems.unauthenticated().toResponse();
  }
}
