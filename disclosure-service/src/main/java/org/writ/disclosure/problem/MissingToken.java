package org.writ.disclosure.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * 401 for a caller without a token; in place of the problem library's own, which fails on this
 * version of Quarkus.
 */
@Provider
@Priority(Problems.BEFORE_LIBRARY)
public final class MissingToken extends ExceptionMapperBase<UnauthorizedException> {

  @Override
  protected HttpProblem toProblem(UnauthorizedException refusal) {
    return Problems.unauthenticated();
  }
}
