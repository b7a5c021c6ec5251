package org.writ.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.writ.eventlog.AppendListener;
import org.writ.eventlog.Event;
import org.writ.eventlog.Ids;
import org.writ.events.Topic;
import org.writ.events.intake.RequestSubmitted;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.request.SubmittedRequests;

/** Queues what an agency is told, in the transaction of the event that it is told of. */
@ApplicationScoped
class Notices implements AppendListener {

  private final SubmittedRequests requests;
  private final RegisteredAgencies agencies;
  private final MessageQueue queue;
  private final ObjectMapper json;
  private final Clock clock;
  private final Ids ids;

  Notices(
      SubmittedRequests requests,
      RegisteredAgencies agencies,
      MessageQueue queue,
      ObjectMapper json,
      Clock clock,
      Ids ids) {
    this.requests = requests;
    this.agencies = agencies;
    this.queue = queue;
    this.json = json;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public void appended(Event event) {
    // Nothing is told of it, so that nothing need be looked up in the way of a submission.
    if (event.data() instanceof RequestSubmitted) {
      return;
    }
    var envelope = event.envelope();
    var request =
        requests
            .find(envelope.subject())
            .orElseThrow(() -> new IllegalStateException("An event of a request without a row"));
    if (agencies.webhook(request.agency()).isEmpty()) {
      return;
    }
    Notice.of(event, request.status())
        .ifPresent(
            notice ->
                queue.add(
                    Message.fresh(
                        envelope.id().toString(),
                        request.agency(),
                        request.id(),
                        envelope.sequence(),
                        notice.type(),
                        write(notice),
                        notice.timestamp())));
  }

  /** Queues a message that only tests the way; in the current transaction. */
  Message ping(String agency) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var message =
        Message.fresh(
            ids.next().toString(), agency, null, 0, Notice.PING, write(Notice.ping(now)), now);
    queue.add(message);
    return message;
  }

  private String write(Notice notice) {
    try {
      return json.writeValueAsString(notice);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Every notice can be written", impossible);
    }
  }
}
