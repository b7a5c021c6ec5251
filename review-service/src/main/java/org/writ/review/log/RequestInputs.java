package org.writ.review.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.review.casework.FollowRequest;
import org.writ.review.casework.OpenCase;

/**
 * What the service does on the events of {@code intake.requests}: it opens a case per request, and
 * keeps it up with what the agency does and what befalls it.
 */
@ApplicationScoped
public class RequestInputs implements Inputs {

  private final OpenCase openCase;
  private final FollowRequest followRequest;

  RequestInputs(OpenCase openCase, FollowRequest followRequest) {
    this.openCase = openCase;
    this.followRequest = followRequest;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INTAKE_REQUESTS);
  }

  @Override
  public void on(Event input) {
    switch (input.data()) {
      case RequestSubmitted submitted -> openCase.on(input, submitted);
      case ClarificationAnswered _,
          RequestSupplemented _,
          RequestWithdrawn _,
          RequestFrozen _,
          RequestUnfrozen _,
          DocumentReceived _,
          DocumentScanned _,
          OrderOverdue _ ->
          followRequest.on(input);
      case RequestProgressed _, ClarificationAsked _ -> {
        // Tells the agency what this service and disclosure said themselves.
      }
      case PreservationExtended _ -> {
        // Nothing that a decision rests on.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }
}
