package org.writ.ops;

import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How every command line of Writ behaves. */
public final class CommandLines {

  private static final int WIDTH = 120;

  private CommandLines() {}

  /** What every command has. */
  private static final class Help {

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "shows this")
    boolean help;
  }

  /**
   * The command line of a command.
   *
   * @param command annotated with what it takes
   * @param isSaid which failures say in their message all that a person needs; others are shown
   *     with where they happened
   */
  public static CommandLine of(Object command, Predicate<Exception> isSaid) {
    CommandLine line = new CommandLine(command);
    explain(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (isSaid.test(failure)) {
            failed.getErr().println(failure.getMessage());
          } else {
            failure.printStackTrace(failed.getErr());
          }
          return Writ.FAILED;
        });
    return line;
  }

  private static void explain(CommandLine line) {
    line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new Help()));
    line.getSubcommands().values().forEach(CommandLines::explain);
  }
}
