package org.writ.disclosure.preservation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.replay.RebuildMode;

/**
 * Makes the copies that wait to be made, and deletes those whose time is over, one after the other.
 * One that fails is tried again at the next check, and the others go on.
 */
@ApplicationScoped
class PreservationWorker {

  private static final Logger LOG = Logger.getLogger(PreservationWorker.class);

  private final Transactions transactions;
  private final PreservationStream stream;
  private final PreservationRows rows;
  private final PreserveData preserveData;
  private final FrozenCopies copies;
  private final PreservationConfig config;
  private final Clock clock;
  private final Counter failures;

  PreservationWorker(
      Transactions transactions,
      PreservationStream stream,
      PreservationRows rows,
      PreserveData preserveData,
      FrozenCopies copies,
      PreservationConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.transactions = transactions;
    this.stream = stream;
    this.rows = rows;
    this.preserveData = preserveData;
    this.copies = copies;
    this.config = config;
    this.clock = clock;
    this.failures =
        Counter.builder("writ.preservations.failures")
            .description("Copies that could not be made, or not be deleted, at a try")
            .register(metrics);
  }

  @Scheduled(
      every = "{writ.preservation.check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    if (RebuildMode.isOn()) {
      return;
    }
    List<String> opened = transactions.call(rows::opened);
    opened.forEach(id -> attempt(id, () -> preserveData.preserve(id)));
    Instant ended = clock.instant().minus(config.grace());
    List<String> overdue = transactions.call(() -> rows.overdue(ended));
    overdue.forEach(id -> attempt(id, () -> transactions.run(() -> expire(id))));
  }

  private void expire(String preservationId) {
    PreservationRow row = rows.findById(preservationId);
    if (row == null) {
      return;
    }
    String sha256 = row.copySha256();
    if (stream.carryOut(stream.read(row.requestId), new PreservationCommand.Expire(), null)) {
      copies.delete(sha256);
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(String preservationId, Attempt attempt) {
    try {
      attempt.run();
    } catch (ConcurrentChange _) {
      LOG.debugf("Preservation changed and is looked at again, preservationId=%s", preservationId);
    } catch (RuntimeException | IOException failure) {
      failures.increment();
      // The name of the class alone: a message may quote what is about persons.
      LOG.errorf(
          "Preservation failed and is tried again, preservationId=%s error=%s",
          preservationId, failure.getClass().getName());
    }
  }
}
