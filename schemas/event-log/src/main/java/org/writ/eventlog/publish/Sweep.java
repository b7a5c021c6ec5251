package org.writ.eventlog.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.publish.Relay.Sent;

/**
 * Deletes what a relay sent, on a thread of its own: what is sent next need not wait for the
 * database's disk, and what is sent meanwhile is deleted together. Rows that were sent are in the
 * table until then; {@link #unswept} tells which. To be used by one thread.
 */
final class Sweep implements AutoCloseable {

  private final Consumer<Sent> delete;
  private final int most;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("writ-relay-sweep").factory());
  private final Set<Long> unswept = ConcurrentHashMap.newKeySet();
  private final List<Sent> waiting = new ArrayList<>();
  private boolean underWay;
  private @Nullable RuntimeException failure;

  /**
   * Has nothing to do yet.
   *
   * @param delete in a transaction of its own
   * @param most rows that may wait to be deleted; {@link #add} waits while there are more
   */
  Sweep(Consumer<Sent> delete, int most) {
    this.delete = delete;
    this.most = most;
  }

  /** Ids of the rows that were sent and that the table may still have. */
  Set<Long> unswept() {
    return Set.copyOf(unswept);
  }

  /** Has these rows deleted soon. */
  synchronized void add(Sent sent) throws InterruptedException {
    unswept.addAll(sent.ids());
    waiting.add(sent);
    if (!underWay) {
      underWay = true;
      thread.execute(this::run);
    }
    while (unswept.size() > most && underWay) {
      wait();
    }
  }

  /** Throws what the last deletion failed with: some of what was sent is still in the table. */
  synchronized void check() {
    if (failure != null) {
      throw failure;
    }
  }

  private void run() {
    for (Sent next = take(); next != null; next = take()) {
      try {
        delete.accept(next);
        // Only now: whoever reads the table from here on does not find them there any more.
        unswept.removeAll(Set.copyOf(next.ids()));
      } catch (RuntimeException | Error refused) {
        fail(
            refused instanceof RuntimeException known
                ? known
                : new IllegalStateException("What was sent could not be deleted", refused));
        return;
      }
    }
  }

  /** All that waits, or null at the end. */
  private synchronized @Nullable Sent take() {
    notifyAll();
    if (waiting.isEmpty()) {
      underWay = false;
      return null;
    }
    Sent all = Sent.of(waiting);
    waiting.clear();
    return all;
  }

  private synchronized void fail(RuntimeException refused) {
    failure = refused;
    underWay = false;
    notifyAll();
  }

  /** Returns once what was sent is deleted, or cannot be. */
  @Override
  public void close() {
    thread.close();
  }
}
