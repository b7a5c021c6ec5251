package org.writ.eventlog.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Event;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Inputs;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;

/** Each event of a case gives one step of its request; subjects can be made to fail. */
@ApplicationScoped
public class SampleInputs implements Inputs {

  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  private final EventLog log;

  @Inject
  SampleInputs(EventLog log) {
    this.log = log;
  }

  /** From now on, events of this subject throw after they had their effects. */
  public void fail(String subject) {
    failing.add(subject);
  }

  /** From now on, events of this subject are handled again. */
  public void recover(String subject) {
    failing.remove(subject);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REVIEW_CASES);
  }

  @Override
  public void on(Event input) {
    String subject = input.envelope().subject();
    log.append(
        Topic.INTAKE_REQUESTS,
        subject,
        log.version(Topic.INTAKE_REQUESTS, subject),
        Actor.service("intake"),
        input.envelope().id(),
        List.of(
            NewEvent.open(
                RequestProgressed.newBuilder().setStatus(RequestStatus.UNDER_REVIEW).build())));
    if (failing.contains(subject)) {
      throw new IllegalStateException("Planted failure");
    }
  }
}
