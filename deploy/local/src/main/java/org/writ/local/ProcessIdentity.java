package org.writ.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process, beyond its number: numbers are reused, so the moment of its start is part of it.
 *
 * @param pid the process's number
 * @param startedAt the start in clock ticks since the machine's start (proc(5), {@code
 *     /proc/pid/stat}, field 22)
 * @param boot the machine's start (random(4), {@code boot_id})
 */
record ProcessIdentity(long pid, long startedAt, String boot) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /**
   * The process that has a number now; empty if there is none, or if it has ended and only waits to
   * be reaped.
   */
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return parseStat(pid, stat, Files.readString(BOOT_ID).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads one line of {@code /proc/pid/stat}; empty for a process that has ended. */
  static Optional<ProcessIdentity> parseStat(long pid, String stat, String boot) {
    // The command's name stands in parentheses and may hold spaces and parentheses itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
    String state = fields[0];
    // Of a killed process the first thread may be gone while others still hold its ports.
    boolean waitsForThreads = Integer.parseInt(fields[17]) > 1;
    if (state.equals("X") || state.equals("Z") && !waitsForThreads) {
      return Optional.empty();
    }
    return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[19]), boot));
  }

  /** Reads what {@link #format} wrote; empty if it is not that. */
  static Optional<ProcessIdentity> parse(String line) {
    String[] fields = line.strip().split(" ");
    if (fields.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessIdentity(Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** One line for a file. */
  String format() {
    return pid + " " + startedAt + " " + boot + "\n";
  }

  /** Whether this very process still runs. */
  boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }
}
