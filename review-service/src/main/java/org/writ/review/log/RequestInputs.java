package org.writ.review.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.events.Topic;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestSubmitted;
import org.writ.review.casework.OpenCase;

/** What the service does on the events of {@code intake.requests}: it opens a case per request. */
@ApplicationScoped
public class RequestInputs implements Inputs {

  private final OpenCase openCase;

  RequestInputs(OpenCase openCase) {
    this.openCase = openCase;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.INTAKE_REQUESTS);
  }

  @Override
  public void on(Event input) {
    switch (input.data()) {
      case RequestSubmitted submitted -> openCase.on(input, submitted);
      case RequestProgressed _ -> {
        // Tells the agency what this service and disclosure said themselves.
      }
      default -> throw new IllegalArgumentException("Unknown type " + input.envelope().type());
    }
  }
}
