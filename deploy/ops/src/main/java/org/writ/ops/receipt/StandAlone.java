package org.writ.ops.receipt;

import org.writ.ops.CommandLines;
import org.writ.ops.OpsException;
import picocli.CommandLine;

/**
 * {@code writ receipt} alone, in a jar of its own: whoever checks a receipt needs nothing else of
 * Writ. What it refers to outside of this package, {@code ledger} and the two classes below has to
 * be added to the jar in the build.
 */
final class StandAlone {

  private StandAlone() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return CommandLines.of(new ReceiptCommand(), OpsException.class::isInstance)
        .setCommandName("java -jar writ-receipt.jar");
  }
}
