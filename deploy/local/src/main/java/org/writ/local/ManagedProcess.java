package org.writ.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that outlives whoever started it, remembered by a file so that a later command finds it
 * again.
 *
 * <p>It runs in a session of its own: neither the end of the launcher nor an interrupt at its
 * terminal reaches it. Not thread-safe; one thread at a time starts or stops one process.
 */
final class ManagedProcess {

  private static final List<String> FOREIGN = List.of("QUARKUS_", "KC_", "KAFKA_", "APICURIO_");
  private static final int LINE_LIMIT = 400;
  private static final Duration AFTER_KILL = Duration.ofSeconds(10);

  private final String name;
  private final Path identityFile;
  private final Path log;

  ManagedProcess(String name, Path data) {
    this.name = name;
    this.identityFile = data.resolve("run").resolve(name + ".pid");
    this.log = data.resolve("log").resolve(name + ".log");
  }

  Path log() {
    return log;
  }

  /** The process, if it runs. */
  Optional<ProcessIdentity> running() {
    try {
      return Files.exists(identityFile)
          ? ProcessIdentity.parse(Files.readString(identityFile)).filter(ProcessIdentity::alive)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether it was started before a file got its present content; false if there is no such file.
   */
  boolean startedBefore(Path file) {
    try {
      return Files.exists(identityFile)
          && Files.exists(file)
          && Files.getLastModifiedTime(identityFile).compareTo(Files.getLastModifiedTime(file)) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; what it prints goes to {@link #log()}, of which the run before is kept beside. */
  void start(Launch launch) {
    if (running().isPresent()) {
      throw new IllegalStateException(name + " runs already");
    }
    try {
      Files.createDirectories(identityFile.getParent());
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> command = new ArrayList<>(List.of("setsid"));
      command.addAll(launch.command());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(launch.folder().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(log.toFile())
              .redirectErrorStream(true);
      // What is set for other programs of these kinds on this machine is not meant for ours.
      builder
          .environment()
          .keySet()
          .removeIf(variable -> FOREIGN.stream().anyMatch(variable::startsWith));
      builder.environment().putAll(launch.environment());
      Process process = builder.start();
      // setsid(1) becomes the program without a new process: the number and the start time stay.
      Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
      if (identity.isPresent()) {
        Files.writeString(identityFile, identity.get().format());
      }
    } catch (IOException e) {
      throw new StackException(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Asks it to end and, if it has not after a grace, ends it.
   *
   * @return whether it ran
   */
  boolean stop(Duration grace) {
    Optional<ProcessIdentity> identity = running();
    identity.ifPresent(
        it -> {
          signal(it, false);
          if (!ended(it, grace)) {
            signal(it, true);
            requireEnded(it);
          }
        });
    forget();
    return identity.isPresent();
  }

  /** Ends it without asking (SIGKILL), as a fault would. */
  void kill() {
    running()
        .ifPresent(
            it -> {
              signal(it, true);
              requireEnded(it);
            });
  }

  /** The last lines that it printed, each cut to {@value #LINE_LIMIT} characters. */
  List<String> lastLines(int count) {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
          .map(line -> line.substring(0, Math.min(LINE_LIMIT, line.length())))
          .toList();
    } catch (IOException e) {
      return List.of("(the log cannot be read: " + e.getMessage() + ")");
    }
  }

  private static void signal(ProcessIdentity identity, boolean forcibly) {
    ProcessHandle.of(identity.pid())
        .ifPresent(
            handle -> {
              if (forcibly) {
                handle.destroyForcibly();
              } else {
                handle.destroy();
              }
            });
  }

  private void requireEnded(ProcessIdentity identity) {
    if (!ended(identity, AFTER_KILL)) {
      throw new StackException(name + " (process " + identity.pid() + ") does not end");
    }
  }

  private static boolean ended(ProcessIdentity identity, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (identity.alive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Waiting.pause();
    }
    return true;
  }

  private void forget() {
    try {
      Files.deleteIfExists(identityFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
