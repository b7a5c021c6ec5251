package org.writ.review.jurisdiction;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 409: not in this state. */
@Provider
public final class JurisdictionConflictMapper extends ExceptionMapperBase<JurisdictionConflict> {

  @Override
  protected HttpProblem toProblem(JurisdictionConflict conflict) {
    return Problems.conflict(String.valueOf(conflict.getMessage()));
  }
}
