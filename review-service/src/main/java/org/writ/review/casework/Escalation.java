package org.writ.review.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.events.Topic;
import org.writ.events.review.CaseEscalated;

/** Says of each case that waits, once for each step, that its due time has come near. */
@ApplicationScoped
class Escalation {

  private static final Logger LOG = Logger.getLogger(Escalation.class);
  private static final Actor SELF = Actor.service("review");
  private static final String LEASE = "case-escalation";
  private static final Duration LEASE_LENGTH = Duration.ofMinutes(5);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final Leases leases;
  private final EventLog log;
  private final CaseRows rows;
  private final Clock clock;
  private final String holder;

  Escalation(
      Transactions transactions, Leases leases, EventLog log, CaseRows rows, Clock clock, Ids ids) {
    this.transactions = transactions;
    this.leases = leases;
    this.log = log;
    this.rows = rows;
    this.clock = clock;
    this.holder = ids.next().toString();
  }

  @Scheduled(
      every = "{writ.escalation.check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    // The decision is made on the newest state anyway; the lease saves the other instances the
    // work.
    if (!RebuildMode.isOn() && leases.acquire(LEASE, holder, LEASE_LENGTH).isPresent()) {
      escalate();
    }
  }

  /**
   * Escalates the cases that have come to a step, each in a transaction of its own; those that are
   * left over follow with the next check.
   *
   * @return number of steps that were told of now
   */
  int escalate() {
    Instant now = clock.instant();
    int steps = 0;
    for (String caseId : transactions.call(() -> rows.toEscalate(now, BATCH))) {
      try {
        steps += transactions.call(() -> escalate(caseId, now));
      } catch (RuntimeException failure) {
        LOG.errorf(
            "Case cannot be escalated and is tried again, requestId=%s error=%s",
            caseId, failure.getClass().getName());
      }
    }
    return steps;
  }

  private int escalate(String caseId, Instant now) {
    CaseRow row = rows.lock(caseId).orElseThrow();
    if (row.escalatesAt == null) {
      return 0;
    }
    List<NewEvent> events =
        EscalationStep.reached(row.clockFrom, row.dueAt, row.escalations(), now).stream()
            .map(step -> NewEvent.open(new CaseEscalated(step.name(), row.dueAt)))
            .toList();
    if (!events.isEmpty()) {
      log.append(Topic.REVIEW_CASES, caseId, row.version, SELF, null, events);
    }
    return events.size();
  }
}
