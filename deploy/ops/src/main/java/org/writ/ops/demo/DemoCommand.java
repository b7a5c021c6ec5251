package org.writ.ops.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.writ.local.Settings;
import org.writ.ops.OpsException;
import org.writ.ops.Writ;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends invented requests through the system. */
@Command(
    name = "demo",
    description = {
      "Submits invented requests as the demo agencies, with the mistakes that agencies make, decides them as the demo",
      "reviewers rita, raj and sofia, and fetches, opens, checks and acknowledges the packages.",
      "",
      "The same seed asks the same on the same day; ids differ. Cases of others in the queue are left alone."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every request came to the end that it had to come to",
      "1:one did not",
      "2:the demo could not go on"
    })
public final class DemoCommand implements Callable<Integer> {

  private static final long LOOK_MILLIS = 200;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many (default: ${DEFAULT-VALUE})")
  int requests;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "what is asked (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--concurrency",
      paramLabel = "C",
      defaultValue = "16",
      description = "how many are on their way at the same time (default: ${DEFAULT-VALUE})")
  int concurrency;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "how long nothing at all may happen before requests are given up (default: ${DEFAULT-VALUE})")
  int patience;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (requests < 1 || concurrency < 1 || patience < 1) {
      throw new ParameterException(
          spec.commandLine(), "--requests, --concurrency and --patience must be at least 1");
    }
    Demo demo =
        new Demo(
            Settings.fromEnvironment(), requests, seed, concurrency, Duration.ofSeconds(patience));
    PrintWriter out = spec.commandLine().getOut();
    Outcomes outcomes = watched(demo, out);
    out.println();
    out.print(outcomes.table());
    out.flush();
    if (outcomes.isAsItShouldBe()) {
      return 0;
    }
    spec.commandLine().getErr().printf("%nNot as it should be:%n%s", outcomes.faults());
    return Writ.WRONG;
  }

  private Outcomes watched(Demo demo, PrintWriter out) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    ProgressLine line = new ProgressLine(out, terminal, requests);
    CompletableFuture<Outcomes> run = CompletableFuture.supplyAsync(demo::run);
    while (true) {
      try {
        Outcomes outcomes = run.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        line.end(demo.progress());
        return outcomes;
      } catch (TimeoutException e) {
        line.show(demo.progress());
      } catch (ExecutionException e) {
        line.end(demo.progress());
        if (e.getCause() instanceof RuntimeException reason) {
          throw reason;
        }
        throw new OpsException("The demo failed: " + e.getCause(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OpsException("Interrupted", e);
      }
    }
  }
}
