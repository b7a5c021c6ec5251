package org.writ.local;

import java.time.Duration;

/** Waiting for something that another process does and does not announce. */
final class Waiting {

  private static final Duration INTERVAL = Duration.ofMillis(250);

  private Waiting() {}

  /** Lets a moment pass between two looks. */
  static void pause() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting", e);
    }
  }
}
