package org.writ.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.eventlog.ConcurrentChange;

/** Two changed the same thing at once: the second is told so and may try again. */
@Provider
public final class ConcurrentChangeMapper extends ExceptionMapperBase<ConcurrentChange> {

  @Override
  protected HttpProblem toProblem(ConcurrentChange change) {
    return Problems.conflict("Somebody else changed this at the same moment; try again.");
  }
}
