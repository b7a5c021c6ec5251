package org.writ.intake.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.writ.eventlog.Event;
import org.writ.eventlog.Inputs;
import org.writ.events.Topic;
import org.writ.events.disclosure.AcknowledgementRefused;
import org.writ.intake.hi1.FollowAcknowledgement;
import org.writ.intake.request.FollowRequest;

/** Intake follows the cases and the deliveries of its requests. */
@ApplicationScoped
class IntakeInputs implements Inputs {

  private final FollowRequest followRequest;
  private final FollowAcknowledgement followAcknowledgement;

  IntakeInputs(FollowRequest followRequest, FollowAcknowledgement followAcknowledgement) {
    this.followRequest = followRequest;
    this.followAcknowledgement = followAcknowledgement;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REVIEW_CASES, Topic.DISCLOSURE_DELIVERIES);
  }

  @Override
  public void on(Event input) {
    switch (input.topic()) {
      case REVIEW_CASES -> followRequest.follow(input);
      case DISCLOSURE_DELIVERIES -> {
        if (input.data() instanceof AcknowledgementRefused refused) {
          followAcknowledgement.refused(input, refused);
        } else {
          followRequest.follow(input);
        }
      }
      case INTAKE_AGENCIES,
          INTAKE_REQUESTS,
          INTAKE_HANDOVERS,
          INTAKE_KEYS,
          REVIEW_CONFLICTS,
          REVIEW_QUALITY,
          DISCLOSURE_ACCESS,
          TRANSPARENCY_LEDGER,
          PLATFORM_ACCOUNT_ACTIVITY ->
          throw new IllegalArgumentException("Intake does not follow " + input.topic());
    }
  }
}
