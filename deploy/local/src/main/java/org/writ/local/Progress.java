package org.writ.local;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Says what is going on. Thread-safe if the listener is.
 *
 * <p>A step that is over within {@link #PATIENCE} is not worth a line; of others, begin and end are
 * said.
 */
final class Progress {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Consumer<String> listener;

  Progress(Consumer<String> listener) {
    this.listener = listener;
  }

  void say(String line) {
    listener.accept(line);
  }

  /**
   * Runs a step; if it takes longer than two seconds, says what is waited for, and then how long it
   * took.
   */
  void during(String step, Runnable action) {
    long start = System.nanoTime();
    Thread notice =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(PATIENCE);
                    say(step + " …");
                  } catch (InterruptedException e) {
                    // The step was over first.
                  }
                });
    try {
      action.run();
    } finally {
      notice.interrupt();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(PATIENCE) > 0) {
      say(step + ": %.1f s".formatted(took.toMillis() / 1000.0));
    }
  }
}
