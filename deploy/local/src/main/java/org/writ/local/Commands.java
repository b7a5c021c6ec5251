package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that run to their end before the next step. */
final class Commands {

  private static final int LINES_OF_REASON = 15;

  private Commands() {}

  /**
   * Runs a program.
   *
   * @param log receives what it prints
   * @throws StackException if it ends with another status than 0, with its last lines
   */
  static void run(String name, Path log, List<String> command) {
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int status = waitFor(process);
      if (status != 0) {
        List<String> lines = Files.readAllLines(log);
        throw new StackException(
            name
                + " ended with status "
                + status
                + "; its log is "
                + log
                + "\n"
                + String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - LINES_OF_REASON), lines.size())));
      }
    } catch (IOException e) {
      throw new StackException(name + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while " + name + " ran", e);
    }
  }

  private static int waitFor(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } finally {
      // Whoever does not wait any longer leaves nothing behind.
      process.destroy();
    }
  }
}
