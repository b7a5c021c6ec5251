package org.writ.intake.agency;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.writ.web.problem.Problems;

/** Says why an agency's file refuses. */
@Provider
public final class AgencyRefusalMapper extends ExceptionMapperBase<AgencyRefusal> {

  @Override
  protected HttpProblem toProblem(AgencyRefusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal) {
      case AgencyRefusal.Conflict _ -> Problems.conflict(message);
      case AgencyRefusal.Unknown _ -> Problems.unknown(message);
      case AgencyRefusal.NotActive _ -> Problems.forbidden(message);
      case AgencyRefusal.Stale _ -> Problems.stale(message);
    };
  }
}
