package org.writ.intake.emergency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;
import org.writ.events.Topic;

/** Says of each emergency, once, that the order which has to confirm it did not come in time. */
@ApplicationScoped
class OrderFollowUp {

  private static final Logger LOG = Logger.getLogger(OrderFollowUp.class);
  private static final Actor SELF = Actor.service("intake");
  private static final String LEASE = "emergency-orders";
  private static final Duration LEASE_LENGTH = Duration.ofMinutes(5);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final Leases leases;
  private final EventLog log;
  private final EmergencyRows rows;
  private final Clock clock;
  private final String holder;

  OrderFollowUp(
      Transactions transactions,
      Leases leases,
      EventLog log,
      EmergencyRows rows,
      Clock clock,
      Ids ids) {
    this.transactions = transactions;
    this.leases = leases;
    this.log = log;
    this.rows = rows;
    this.clock = clock;
    this.holder = ids.next().toString();
  }

  @Scheduled(
      every = "{writ.emergency.check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    // The decision is made on the newest state anyway; the lease saves the other instances the
    // work.
    if (!RebuildMode.isOn() && leases.acquire(LEASE, holder, LEASE_LENGTH).isPresent()) {
      followUp();
    }
  }

  /**
   * Follows up each order that is overdue, in a transaction of its own.
   *
   * @return number of orders that were found overdue now
   */
  int followUp() {
    Instant now = clock.instant();
    int found = 0;
    List<String> due = transactions.call(() -> rows.withoutOrder(now, BATCH));
    for (String requestId : due) {
      try {
        if (transactions.call(() -> followUp(requestId, now))) {
          found++;
        }
      } catch (ConcurrentChange _) {
        LOG.debugf("Request changed and is looked at again, requestId=%s", requestId);
      } catch (RuntimeException failure) {
        LOG.errorf(
            "Order cannot be followed up and is tried again, requestId=%s error=%s",
            requestId, failure.getClass().getName());
      }
    }
    return found;
  }

  private boolean followUp(String requestId, Instant now) {
    EmergencyRow row = rows.findById(requestId);
    if (row == null) {
      return false;
    }
    var emergency = new Emergency(row.orderDueAt, rows.hasOrder(requestId), row.ended, row.overdue);
    var overdue = emergency.decide(now);
    overdue.ifPresent(
        event ->
            log.append(
                Topic.INTAKE_REQUESTS,
                requestId,
                log.version(Topic.INTAKE_REQUESTS, requestId),
                SELF,
                null,
                List.of(NewEvent.open(event))));
    return overdue.isPresent();
  }
}
