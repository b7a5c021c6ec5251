package org.writ.review.casework;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 422 that names every fault. */
@Provider
public final class InvalidDecisionMapper extends ExceptionMapperBase<InvalidDecision> {

  @Override
  protected HttpProblem toProblem(InvalidDecision decision) {
    return Problems.invalid(decision.faults());
  }
}
