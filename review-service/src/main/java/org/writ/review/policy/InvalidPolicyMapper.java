package org.writ.review.policy;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;

/** 422 that names every fault; where a JSON pointer would stand, stands the line. */
@Provider
public final class InvalidPolicyMapper extends ExceptionMapperBase<InvalidPolicy> {

  @Override
  protected HttpProblem toProblem(InvalidPolicy refusal) {
    return Problems.invalid(
        refusal.faults().stream()
            .map(fault -> new Fault("line " + fault.line(), fault.said()))
            .toList());
  }
}
