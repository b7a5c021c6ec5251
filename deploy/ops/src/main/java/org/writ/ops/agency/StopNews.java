package org.writ.ops.agency;

import java.time.Duration;
import java.util.function.Supplier;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Pause;

/**
 * Waits for the news that an agency is stopped to reach the disclosure-service: until then the
 * agency can still fetch packages there, and a list of what it fetched is not all of it.
 */
final class StopNews {

  private static final int OK = 200;

  private StopNews() {}

  /**
   * Waits until the service knows.
   *
   * @param fetches asks for a page of the agency's fetches
   * @param limit how long to wait
   * @return false if it does not know by then
   */
  static boolean arrives(Supplier<Answer> fetches, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    var pause = new Pause();
    while (!fetches.get().require(OK).json().hasNonNull("stop")) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      pause.rest();
    }
    return true;
  }
}
