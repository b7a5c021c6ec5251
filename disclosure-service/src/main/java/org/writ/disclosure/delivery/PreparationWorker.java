package org.writ.disclosure.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.replay.RebuildMode;

/**
 * Prepares the packages of all deliveries that wait for one, one after the other. Woken when a
 * delivery was opened here; looks every second for what another instance opened or left undone. A
 * delivery that fails is put off, for longer each time, and the others go on.
 */
@ApplicationScoped
class PreparationWorker {

  private static final Logger LOG = Logger.getLogger(PreparationWorker.class);

  private static final int BATCH = 50;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration MAX_PUT_OFF = Duration.ofMinutes(5);

  private final PreparePackage preparePackage;
  private final DeliveryRows rows;
  private final Transactions transactions;
  private final Clock clock;
  private final Counter failures;
  private final Map<String, PutOff> putOff = new ConcurrentHashMap<>();
  private final Semaphore work = new Semaphore(0);
  private final Worker worker = new Worker("preparation", this::turn, () -> {});

  /** A delivery that failed. */
  private record PutOff(int failures, Instant until) {}

  PreparationWorker(
      PreparePackage preparePackage,
      DeliveryRows rows,
      Transactions transactions,
      Clock clock,
      MeterRegistry metrics) {
    this.preparePackage = preparePackage;
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
    this.failures =
        Counter.builder("writ.deliveries.preparation.failures")
            .description("Packages that could not be prepared at a try")
            .register(metrics);
    Gauge.builder("writ.deliveries.preparation.failing", putOff, Map::size)
        .description("Deliveries whose package could not be prepared so far")
        .register(metrics);
  }

  void start(@Observes StartupEvent start) {
    if (!RebuildMode.isOn()) {
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    work.release();
    worker.stop();
  }

  void wake(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) OpenDelivery.DeliveryWaiting waiting) {
    work.release();
  }

  private void turn() throws InterruptedException {
    work.drainPermits();
    List<String> due = due();
    if (due.isEmpty()) {
      if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        work.release();
      }
      return;
    }
    due.forEach(this::tryToPrepare);
  }

  private List<String> due() {
    Instant now = clock.instant();
    List<String> preparing = transactions.call(() -> rows.preparing(BATCH + putOff.size()));
    putOff.keySet().retainAll(preparing);
    return preparing.stream()
        .filter(
            id -> {
              PutOff waiting = putOff.get(id);
              return waiting == null || !waiting.until().isAfter(now);
            })
        .toList();
  }

  private void tryToPrepare(String deliveryId) {
    try {
      preparePackage.prepare(deliveryId);
      putOff.remove(deliveryId);
    } catch (ConcurrentChange _) {
      LOG.debugf("Delivery changed and is looked at again, deliveryId=%s", deliveryId);
    } catch (RuntimeException | IOException failure) {
      failures.increment();
      putOff.merge(deliveryId, putOff(1), (before, _) -> putOff(before.failures() + 1));
      // Names of classes alone: a message may quote what is about persons.
      LOG.errorf(
          "Package cannot be prepared and is tried again, deliveryId=%s error=%s at=%s",
          deliveryId, classes(failure), Arrays.stream(failure.getStackTrace()).findFirst());
    }
  }

  private PutOff putOff(int failures) {
    long seconds = Math.min(MAX_PUT_OFF.toSeconds(), 1L << Math.min(failures - 1, 16));
    return new PutOff(failures, clock.instant().plusSeconds(seconds));
  }

  private static String classes(Throwable failure) {
    var names = new StringBuilder(failure.getClass().getSimpleName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      names.append('/').append(cause.getClass().getSimpleName());
    }
    return names.toString();
  }
}
