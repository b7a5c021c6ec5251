package org.writ.ops.trail;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.ops.Writ;
import org.writ.ops.api.Http;
import org.writ.ops.api.Transparency;
import org.writ.ops.ledger.Ledger;
import org.writ.ops.log.LogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows every step of one request and checks that the ledger has it. */
@Command(
    name = "trail",
    description = {
      "Shows every step of one request, as the topics have it, and checks each step's proof.",
      "",
      "A step is proved (✓) if the ledger's inclusion proof leads from the event's digest, computed here from what",
      "stands on Kafka, to a checkpoint that the ledger signed; pending if the ledger does not have it yet."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step is proved or pending",
      "1:the ledger claims a step and does not prove it",
      "2:there is no such request, or a server is not reached"
    })
public final class TrailCommand implements Callable<Integer> {

  @Parameters(paramLabel = "REQUEST", description = "the id of the request")
  String requestId;

  @Option(names = "--json", description = "prints JSON")
  boolean json;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "the ledger's verifier key (name+id+base64), if you have it from elsewhere; otherwise the ledger is asked")
  @Nullable String key;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    Transparency transparency =
        new Transparency(new Http(Duration.ZERO), settings.url(Port.TRANSPARENCY));
    Trail trail = Trail.of(requestId, new LogReader(settings), new Ledger(transparency, key));
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? TrailJson.of(trail) : TrailText.of(trail));
    return trail.isRefuted() ? Writ.WRONG : 0;
  }
}
