package org.writ.ops.receipt;

import picocli.CommandLine.Command;

/** What can be done with an agency's receipt. */
@Command(
    name = "receipt",
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks the receipt of a submission, as GET /v1/requests/{id}/receipt gives it.",
    subcommands = VerifyCommand.class)
public final class ReceiptCommand {}
