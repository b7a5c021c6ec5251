package org.writ.ops.demo;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: on a terminal one line that changes, elsewhere a new line every tenth of
 * the way. Used by one thread.
 */
final class ProgressLine {

  private static final int STEPS = 10;

  private final PrintWriter out;
  private final boolean terminal;
  private final int requests;
  private final long start = System.nanoTime();
  private int shown;
  private Demo.@Nullable Progress last;

  ProgressLine(PrintWriter out, boolean terminal, int requests) {
    this.out = out;
    this.terminal = terminal;
    this.requests = requests;
  }

  void show(Demo.Progress progress) {
    if (terminal && !progress.equals(last)) {
      out.print("\r" + text(progress) + "\u001b[K");
      out.flush();
    } else if (progress.ended() * STEPS / requests > shown) {
      shown = progress.ended() * STEPS / requests;
      if (!terminal) {
        out.println(text(progress));
        out.flush();
      }
    }
    last = progress;
  }

  void end(Demo.Progress progress) {
    show(progress);
    if (terminal) {
      out.println();
    }
  }

  private String text(Demo.Progress progress) {
    return "%d of %d ended, %d accepted, %d decided, %d s"
        .formatted(
            progress.ended(),
            requests,
            progress.accepted(),
            progress.decided(),
            Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }
}
