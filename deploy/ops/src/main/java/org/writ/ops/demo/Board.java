package org.writ.ops.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the agencies and the reviewers of a run know of each other: the requests that wait for a
 * decision, and how far all has come. Thread-safe.
 */
final class Board {

  private final Deque<String> undecided = new ArrayDeque<>();
  private final Set<String> own = new HashSet<>();
  private int accepted;
  private int decided;
  private int ended;
  private long lastStep = System.nanoTime();
  private boolean closed;
  private @Nullable RuntimeException failure;

  /** An agency's request was accepted. */
  synchronized void accepted(String id) {
    own.add(id);
    undecided.add(id);
    accepted++;
    stepped();
  }

  /** Whether a request is one of this run. */
  synchronized boolean isOwn(String id) {
    return own.contains(id);
  }

  /** Takes the request that waited longest, for somebody who tries to decide it. */
  synchronized Optional<String> take() {
    return Optional.ofNullable(undecided.poll());
  }

  /** Puts a request back that was taken and could not be decided now. */
  synchronized void putBack(String id) {
    undecided.add(id);
  }

  /** A request of this run was decided. */
  synchronized void decided(String id) {
    undecided.remove(id);
    decided++;
    stepped();
  }

  /** A request has come to its end. */
  synchronized void ended() {
    ended++;
    stepped();
  }

  /** Somebody got somewhere. */
  synchronized void stepped() {
    lastStep = System.nanoTime();
  }

  /** How long nobody got anywhere. */
  synchronized Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastStep);
  }

  /** The reviewers may go home. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Somebody cannot go on, and with that nobody can. */
  synchronized void fail(RuntimeException reason) {
    if (failure == null) {
      failure = reason;
    }
    closed = true;
  }

  /** Throws what made somebody fail. */
  synchronized void requireSound() {
    if (failure != null) {
      throw failure;
    }
  }

  synchronized Demo.Progress progress() {
    return new Demo.Progress(accepted, decided, ended);
  }
}
