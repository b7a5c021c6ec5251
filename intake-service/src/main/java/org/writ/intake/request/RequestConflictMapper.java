package org.writ.intake.request;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 409, with the reason. */
@Provider
public final class RequestConflictMapper extends ExceptionMapperBase<RequestConflict> {

  @Override
  protected HttpProblem toProblem(RequestConflict conflict) {
    return Problems.conflict(String.valueOf(conflict.getMessage()));
  }
}
