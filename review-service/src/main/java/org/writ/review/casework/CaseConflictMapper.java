package org.writ.review.casework;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 409: not in this state. */
@Provider
public final class CaseConflictMapper extends ExceptionMapperBase<CaseConflict> {

  @Override
  protected HttpProblem toProblem(CaseConflict conflict) {
    return Problems.conflict(String.valueOf(conflict.getMessage()));
  }
}
