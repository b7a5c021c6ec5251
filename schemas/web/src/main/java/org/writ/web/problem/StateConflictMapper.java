package org.writ.web.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** 409, with the reason. */
@Provider
public final class StateConflictMapper extends ExceptionMapperBase<StateConflict> {

  @Override
  protected HttpProblem toProblem(StateConflict conflict) {
    return Problems.conflict(conflict.reason());
  }
}
