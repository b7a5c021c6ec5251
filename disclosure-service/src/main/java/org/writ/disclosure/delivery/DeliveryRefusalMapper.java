package org.writ.disclosure.delivery;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;

/** Says to an agency why a delivery refuses. */
@Provider
public final class DeliveryRefusalMapper extends ExceptionMapperBase<DeliveryRefusal> {

  @Override
  protected HttpProblem toProblem(DeliveryRefusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal) {
      case DeliveryRefusal.NoPackage _, DeliveryRefusal.Frozen _ -> Problems.conflict(message);
      case DeliveryRefusal.Gone _ -> Problems.gone(message);
      case DeliveryRefusal.WrongPackage _ ->
          Problems.invalid(List.of(new Fault(AcknowledgementBody.POINTER, message)));
    };
  }
}
