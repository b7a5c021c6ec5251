package org.writ.disclosure.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** 401 for a token that is expired, forged or no token; see {@link MissingToken}. */
@Provider
@Priority(Problems.BEFORE_LIBRARY)
public final class InvalidToken extends ExceptionMapperBase<AuthenticationFailedException> {

  @Override
  protected HttpProblem toProblem(AuthenticationFailedException refusal) {
    return Problems.unauthenticated();
  }
}
