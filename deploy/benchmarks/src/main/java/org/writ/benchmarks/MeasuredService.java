package org.writ.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.writ.local.Part;
import org.writ.local.Port;
import org.writ.local.Stack;

/**
 * A service as it would run in production: with the compiler that optimises, which the launcher's
 * processes are started without. Everything else is the launcher's configuration.
 */
final class MeasuredService implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final long STOP_SECONDS = 30;
  private static final long PAUSE_MILLIS = 100;
  private static final String UNLIMITED = "100000000";
  private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private final Process process;

  private MeasuredService(Process process) {
    this.process = process;
  }

  /** Starts it on its port, and returns when it is ready. */
  static MeasuredService start(Stack stack, Part part, List<String> options)
      throws IOException, InterruptedException {
    var builder = stack.program(part, List.of());
    var command = new ArrayList<>(builder.command());
    command.remove(FIRST_COMPILER_ONLY);
    command.addAll(1, options);
    int port = stack.settings().port(Port.valueOf(part.name()));
    builder.command(command).environment().put(Port.valueOf(part.name()).variable(), "" + port);
    // One agency sends everything here, far more than one may anywhere else.
    builder.environment().put("WRIT_RATE_LIMIT_PER_MINUTE", UNLIMITED);
    builder.environment().put("WRIT_RATE_LIMIT_BURST", UNLIMITED);
    Path log = stack.settings().data().resolve("log").resolve(part.label() + ".measured.log");
    var service =
        new MeasuredService(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    service.awaitReady(URI.create("http://localhost:" + port + "/q/health/ready"), part, log);
    return service;
  }

  long pid() {
    return process.pid();
  }

  /** Processor time that it has used so far. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void awaitReady(URI health, Part part, Path log) throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!isReady(http, health)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "%s does not get ready; its log is %s"
                  .formatted(part.name().toLowerCase(Locale.ROOT), log));
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static boolean isReady(HttpClient http, URI health) throws InterruptedException {
    try {
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
