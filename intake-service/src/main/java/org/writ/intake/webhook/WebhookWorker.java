package org.writ.intake.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Leases;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.Worker;
import org.writ.eventlog.replay.RebuildMode;

/**
 * Sends what is due: the messages of one agency one after the other, those of different agencies
 * beside each other, so that a slow receiver keeps nobody waiting but itself. One instance does it
 * at a time; should two ever overlap, a message may be sent twice, which receivers recognise.
 */
@ApplicationScoped
class WebhookWorker {

  private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
  private static final String LEASE = "webhooks";
  private static final Duration LEASE_LENGTH = Duration.ofSeconds(30);
  private static final Duration RENEWAL = LEASE_LENGTH.dividedBy(3);
  private static final Duration PURGE = Duration.ofHours(1);

  /** Messages of one agency in a row, before it is looked whether the lease is still held. */
  private static final int IN_A_ROW = 20;

  /** Agencies that are told at the same time. */
  private static final int AT_ONCE = 64;

  private final WebhookConfig config;
  private final SendMessage sendMessage;
  private final MessageQueue queue;
  private final Transactions transactions;
  private final Leases leases;
  private final Clock clock;
  private final String holder;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore stopping = new Semaphore(0);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Worker worker = new Worker("webhooks", this::turn, this::stepDown);
  private final AtomicBoolean held = new AtomicBoolean();
  private final Schedule renewal = new Schedule();
  private final Schedule purge = new Schedule();

  /** When something is to be done next; used by the worker's thread alone. */
  private static final class Schedule {
    private long atNanos = System.nanoTime();

    boolean isDue(Duration period) {
      if (System.nanoTime() - atNanos < 0) {
        return false;
      }
      atNanos = System.nanoTime() + period.toNanos();
      return true;
    }

    void reset() {
      atNanos = System.nanoTime();
    }
  }

  WebhookWorker(
      WebhookConfig config,
      SendMessage sendMessage,
      MessageQueue queue,
      Transactions transactions,
      Leases leases,
      Clock clock,
      Ids ids) {
    this.config = config;
    this.sendMessage = sendMessage;
    this.queue = queue;
    this.transactions = transactions;
    this.leases = leases;
    this.clock = clock;
    this.holder = ids.next().toString();
  }

  void start(@Observes StartupEvent start) {
    if (!RebuildMode.isOn()) {
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    stopping.release();
    worker.stop();
    senders.shutdownNow();
  }

  private void turn() throws InterruptedException {
    if (renewal.isDue(RENEWAL)) {
      held.set(leases.acquire(LEASE, holder, LEASE_LENGTH).isPresent());
    }
    if (!held.get()) {
      pause(RENEWAL);
      return;
    }
    if (purge.isDue(PURGE)) {
      transactions.run(() -> queue.purge(clock.instant().minus(config.keep())));
    }
    for (String agency : transactions.call(() -> queue.agenciesDue(clock.instant()))) {
      start(agency);
    }
    pause(config.poll());
  }

  private void start(String agency) {
    if (!busy.add(agency)) {
      return;
    }
    if (!free.tryAcquire()) {
      busy.remove(agency);
      return;
    }
    senders.execute(
        () -> {
          try {
            sendInARow(agency);
          } finally {
            free.release();
            busy.remove(agency);
          }
        });
  }

  private void sendInARow(String agency) {
    try {
      for (int sent = 0; sent < IN_A_ROW && sendMessage.next(agency); sent++) {
        LOG.tracef("Webhook message sent, agency=%s", agency);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // The message is still pending and due: it is tried again at the next turn.
      LOG.warnf(
          "Webhook message not handled, agency=%s error=%s", agency, failure.getClass().getName());
    }
  }

  private void pause(Duration length) throws InterruptedException {
    if (stopping.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
      stopping.release();
    }
  }

  private void stepDown() {
    held.set(false);
    renewal.reset();
    leases.release(LEASE, holder);
  }
}
