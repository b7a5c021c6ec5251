package org.writ.review.policy;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 409: not in this state. */
@Provider
public final class PolicyConflictMapper extends ExceptionMapperBase<PolicyConflict> {

  @Override
  protected HttpProblem toProblem(PolicyConflict conflict) {
    return Problems.conflict(String.valueOf(conflict.getMessage()));
  }
}
