package org.writ.eventlog.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Leases;
import org.writ.eventlog.LogConfig;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.wire.EventCodec;

/**
 * Keeps a {@link Relay} going while this instance holds the lease, and waits for the lease while
 * another one does.
 */
@ApplicationScoped
public class RelayWorker {

  private static final Logger LOG = Logger.getLogger(RelayWorker.class);
  private static final String WOKEN = RelayWorker.class.getName();

  private final LogConfig config;
  private final TopicNames names;
  private final EventCodec codec;
  private final Outbox outbox;
  private final Leases leases;
  private final DataSource dataSource;
  private final Transactions transactions;
  private final TransactionSynchronizationRegistry synchronizations;
  private final String holder = UUID.randomUUID().toString();
  private final Semaphore work = new Semaphore(0);
  private final Worker worker = new Worker("relay", this::turn, this::stepDown);

  private @Nullable Relay relay;
  private long renewAt;

  /** With the parts that it puts together. */
  @Inject
  public RelayWorker(
      LogConfig config,
      TopicNames names,
      EventCodec codec,
      Outbox outbox,
      Leases leases,
      DataSource dataSource,
      Transactions transactions,
      TransactionSynchronizationRegistry synchronizations) {
    this.config = config;
    this.names = names;
    this.codec = codec;
    this.outbox = outbox;
    this.leases = leases;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.synchronizations = synchronizations;
  }

  /** Starts to relay. */
  public void start() {
    worker.start();
  }

  /** Stops after the batch at hand and gives the lease back. */
  public void stop() {
    work.release();
    worker.stop();
  }

  /** Wakes the relay once the current transaction has committed. */
  public void wakeAfterCommit() {
    if (synchronizations.getResource(WOKEN) != null) {
      return;
    }
    synchronizations.putResource(WOKEN, Boolean.TRUE);
    synchronizations.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              work.release();
            }
          }
        });
  }

  private void turn() throws InterruptedException {
    Relay current = heldRelay();
    if (current == null) {
      pause(config.relay().lease().dividedBy(3));
      return;
    }
    List<Outbox.Row> rows = current.read();
    if (rows.isEmpty()) {
      pause(config.relay().poll());
    } else {
      current.deleteSoon(current.send(rows));
    }
  }

  private void pause(Duration length) throws InterruptedException {
    if (work.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  /** The relay of this turn, or null while another instance has the lease. */
  private @Nullable Relay heldRelay() {
    if (relay != null && System.nanoTime() - renewAt < 0) {
      return relay;
    }
    OptionalLong epoch = leases.acquire(Relay.LEASE, holder, config.relay().lease());
    renewAt = System.nanoTime() + config.relay().lease().dividedBy(3).toNanos();
    if (relay != null && (epoch.isEmpty() || epoch.getAsLong() != relay.epoch())) {
      close();
    }
    if (relay == null && epoch.isPresent()) {
      relay = open(epoch.getAsLong());
      LOG.infof("Relay took the lease, service=%s epoch=%d", config.service(), epoch.getAsLong());
    }
    return relay;
  }

  /** A relay with a new producer. */
  Relay open(long epoch) {
    return new Relay(
        epoch,
        config.service(),
        config.relay().batch(),
        Producers.idempotent(config.kafka()),
        outbox,
        dataSource,
        transactions,
        codec,
        names);
  }

  private void stepDown() {
    close();
    leases.release(Relay.LEASE, holder);
  }

  private void close() {
    if (relay != null) {
      relay.close();
      relay = null;
    }
  }

  /** Whether the worker runs, as relay or waiting for its turn. */
  public boolean isAlive() {
    return worker.isAlive();
  }

  /** What kept the last turn from succeeding; null if nothing did. */
  public @Nullable Throwable lastFailure() {
    return worker.lastFailure();
  }
}
