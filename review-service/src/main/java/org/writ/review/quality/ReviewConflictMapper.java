package org.writ.review.quality;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** 409: not as it stands. */
@Provider
public final class ReviewConflictMapper extends ExceptionMapperBase<ReviewConflict> {

  @Override
  protected HttpProblem toProblem(ReviewConflict conflict) {
    return Problems.conflict(String.valueOf(conflict.getMessage()));
  }
}
