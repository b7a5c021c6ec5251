package org.writ.disclosure.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;

/**
 * Deletes the packages that nobody may fetch any more: those not acknowledged in time, and those
 * acknowledged long ago.
 */
@ApplicationScoped
class ExpireDeliveries {

  private static final Logger LOG = Logger.getLogger(ExpireDeliveries.class);
  private static final Actor SELF = Actor.service("disclosure");
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final DeliveryStream stream;
  private final DeliveryRows rows;
  private final PackageContent content;
  private final DeliveryConfig config;
  private final Clock clock;

  ExpireDeliveries(
      Transactions transactions,
      DeliveryStream stream,
      DeliveryRows rows,
      PackageContent content,
      DeliveryConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
    this.content = content;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{writ.delivery.check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    if (RebuildMode.isOn()) {
      return;
    }
    expireOverdue();
    deleteAcknowledged();
  }

  /** Expires each delivery that is overdue, in a transaction of its own. */
  void expireOverdue() {
    Instant now = clock.instant();
    List<String> overdue = transactions.call(() -> rows.overdue(now, BATCH));
    for (String deliveryId : overdue) {
      try {
        transactions.run(() -> expire(deliveryId));
      } catch (ConcurrentChange _) {
        LOG.debugf("Delivery changed and is looked at again, deliveryId=%s", deliveryId);
      } catch (RuntimeException failure) {
        LOG.errorf(
            "Delivery cannot be expired and is tried again, deliveryId=%s error=%s",
            deliveryId, failure.getClass().getName());
      }
    }
  }

  private void expire(String deliveryId) {
    DeliveryRow row = rows.findById(deliveryId);
    if (row == null) {
      return;
    }
    String sha256 = row.packageSha256();
    if (stream.carryOut(stream.read(row.requestId), new DeliveryCommand.Expire(), SELF, null)) {
      content.delete(sha256);
    }
  }

  /** Deletes the packages that were acknowledged longer ago than they are kept. */
  void deleteAcknowledged() {
    Instant time = clock.instant().minus(config.retention());
    int pieces = transactions.call(() -> content.deleteAcknowledgedBy(time));
    if (pieces > 0) {
      LOG.infof("Acknowledged packages are deleted, pieces=%d", pieces);
    }
  }
}
