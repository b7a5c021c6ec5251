package org.writ.eventlog;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A loop that goes on whatever happens: a turn that fails is cleaned up after, reported, and tried
 * again with growing pauses (100 ms to 5 s) until one succeeds. There are a few in a service, each
 * with a thread of the system's: on a virtual one, every answer of the database and of Kafka would
 * be passed on by two other threads first, dozens of times for one event.
 */
public final class Worker {

  /** One turn of the loop. */
  public interface Turn {
    /** Does some work, or waits a moment for it. */
    void take() throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final long MAX_PAUSE_MILLIS = 5_000;
  private static final long STOP_SECONDS = 20;

  private final String name;
  private final Turn turn;
  private final Runnable cleanUp;
  private volatile boolean stopping;
  private volatile @Nullable Throwable lastFailure;
  private volatile @Nullable Thread thread;

  /**
   * Not yet started.
   *
   * @param name for the thread and the log
   * @param cleanUp run after a failed turn and at the end; must be safe to run twice
   */
  public Worker(String name, Turn turn, Runnable cleanUp) {
    this.name = name;
    this.turn = turn;
    this.cleanUp = cleanUp;
  }

  /** Starts the loop, unless it runs. */
  public synchronized void start() {
    if (thread == null) {
      stopping = false;
      thread = Thread.ofPlatform().daemon().name("writ-" + name).start(this::loop);
    }
  }

  /**
   * Ends the loop after the turn at hand and waits for it; interrupts it if that takes more than 20
   * s.
   */
  public synchronized void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    stopping = true;
    try {
      if (!running.join(java.time.Duration.ofSeconds(STOP_SECONDS))) {
        running.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  private void loop() {
    int failures = 0;
    while (!stopping) {
      try {
        turn.take();
        failures = 0;
        lastFailure = null;
      } catch (InterruptedException interrupted) {
        break;
      } catch (RuntimeException | Error failure) {
        lastFailure = failure;
        LOG.warnf(
            failure, "Worker failed and tries again, worker=%s failures=%d", name, ++failures);
        quietly(cleanUp);
        if (!pause(failures)) {
          break;
        }
      }
    }
    quietly(cleanUp);
  }

  private boolean pause(int failures) {
    long millis = Math.min(MAX_PAUSE_MILLIS, 100L << Math.min(failures, 10));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
      return true;
    } catch (InterruptedException interrupted) {
      return false;
    }
  }

  private void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "Worker could not clean up, worker=%s", name);
    }
  }

  /** Whether the loop runs. */
  public boolean isAlive() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  /** Why the last turn failed; null if it did not. */
  public @Nullable Throwable lastFailure() {
    return lastFailure;
  }
}
