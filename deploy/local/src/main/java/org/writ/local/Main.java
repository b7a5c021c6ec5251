package org.writ.local;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line behind {@code deploy/up} and {@code deploy/down}. */
@Command(
    name = "local",
    description = "Runs Writ on this machine.",
    subcommands = {Main.Prepare.class, Main.Up.class, Main.Down.class})
public final class Main {

  private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  /** Runs a command and ends with its status: 0 if all went well. */
  public static void main(String[] arguments) {
    // What the clients report while a server starts is no news: readiness is.
    KAFKA_CLIENTS.setLevel(Level.OFF);
    ROOT.setLevel(Level.SEVERE);
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof StackException) {
            System.err.println(failure.getMessage());
          } else {
            failure.printStackTrace();
          }
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  private static Stack stack() {
    return new Stack(Settings.fromEnvironment(), System.out::println);
  }

  private static Set<Part> chosen(@Nullable List<Part> parts, Set<Part> otherwise) {
    return parts == null || parts.isEmpty() ? otherwise : EnumSet.copyOf(parts);
  }

  /** Does what is needed once after a build. */
  @Command(name = "prepare", description = "Does what is needed once after a build.")
  static final class Prepare implements Runnable {

    @Override
    public void run() {
      stack().prepare();
    }
  }

  /** Starts what does not run. */
  @Command(name = "up", description = "Starts what does not run, and returns when it is ready.")
  static final class Up implements Runnable {

    @Option(names = "--backing", description = "only what the services stand on")
    boolean backing;

    @Parameters(paramLabel = "PART", description = "only these: ${COMPLETION-CANDIDATES}")
    @Nullable List<Part> parts;

    @Override
    public void run() {
      Set<Part> all = backing ? Part.BACKING : EnumSet.allOf(Part.class);
      Set<Part> wanted = chosen(parts, all);
      Stack stack = stack();
      stack.start(wanted);
      if (wanted.containsAll(EnumSet.allOf(Part.class))) {
        System.out.println(new Welcome(stack.settings()).text(LocalDate.now(ZoneOffset.UTC)));
      }
    }
  }

  /** Stops what runs. */
  @Command(name = "down", description = "Stops what runs; the data stays.")
  static final class Down implements Runnable {

    @Option(names = "--erase", description = "removes the data too")
    boolean erase;

    @Parameters(paramLabel = "PART", description = "only these: ${COMPLETION-CANDIDATES}")
    @Nullable List<Part> parts;

    @Override
    public void run() {
      if (erase && parts != null && !parts.isEmpty()) {
        throw new StackException("--erase removes the data of all parts; do not name any");
      }
      Stack stack = stack();
      if (erase) {
        stack.erase();
      } else {
        stack.stop(chosen(parts, EnumSet.allOf(Part.class)));
      }
    }
  }
}
