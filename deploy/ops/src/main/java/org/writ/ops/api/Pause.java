package org.writ.ops.api;

import java.time.Duration;
import org.writ.ops.OpsException;

/**
 * Waits between two looks at something that another program does: each time longer, up to a second.
 */
public final class Pause {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private Duration next = FIRST;

  /**
   * Waits.
   *
   * @throws OpsException if the thread is interrupted
   */
  public void rest() {
    try {
      Thread.sleep(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OpsException("Interrupted while waiting", e);
    }
    Duration longer = next.multipliedBy(2);
    next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }
}
