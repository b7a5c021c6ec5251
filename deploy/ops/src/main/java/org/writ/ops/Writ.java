package org.writ.ops;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.writ.local.StackException;
import org.writ.ops.agency.AgencyCommand;
import org.writ.ops.country.CountryCommand;
import org.writ.ops.demo.DemoCommand;
import org.writ.ops.parked.ParkedCommand;
import org.writ.ops.policy.PolicyCommand;
import org.writ.ops.rebuild.RebuildCommand;
import org.writ.ops.receipt.ReceiptCommand;
import org.writ.ops.trail.TrailCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code deploy/writ}. */
@Command(
    name = "writ",
    description = "Looks into a running Writ, checks it and exercises it.",
    subcommands = {
      TrailCommand.class,
      RebuildCommand.class,
      ParkedCommand.class,
      AgencyCommand.class,
      PolicyCommand.class,
      CountryCommand.class,
      DemoCommand.class,
      ReceiptCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is as it should be",
      "1:something is not: a proof fails, tables differ, a document has faults, a request did not end",
      "2:it could not be found out; the message says why"
    },
    footer = {
      "",
      "Addresses come from the variables that move deploy/up's ports (WRIT_KAFKA_PORT and so on)."
    })
public final class Writ {

  /** Exit code: something is not as it should be. */
  public static final int WRONG = 1;

  /** Exit code: the command could not do its work. */
  public static final int FAILED = 2;

  // Held, as a logger that nobody refers to may forget its level.
  private static final Logger ROOT = Logger.getLogger("");

  private Writ() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String... arguments) {
    ROOT.setLevel(Level.SEVERE);
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, as tests use it too. */
  public static CommandLine commandLine() {
    return CommandLines.of(
        new Writ(),
        failure -> failure instanceof OpsException || failure instanceof StackException);
  }
}
