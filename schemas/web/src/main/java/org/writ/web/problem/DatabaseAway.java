package org.writ.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import org.writ.eventlog.Transactions;

/**
 * 503 with {@code Retry-After} instead of 500 wherever a call fails because the database cannot be
 * reached: nothing is broken that the caller could tell us of, and the same call may succeed in a
 * second. Whatever the call had begun is rolled back.
 */
@ApplicationScoped
class DatabaseAway implements ProblemPostProcessor {

  /** Before the failure is logged (101), so that the log says what the caller was told. */
  private static final int BEFORE_LOGGING = 102;

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    return problem.getStatusCode() == Status.INTERNAL_SERVER_ERROR.getStatusCode()
            && Transactions.isUnavailable(context.cause)
        ? Problems.overloaded(ProblemCompletion.NOT_NOW)
        : problem;
  }

  @Override
  public int priority() {
    return BEFORE_LOGGING;
  }
}
