package org.writ.ops.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.writ.local.Part;
import org.writ.local.Stack;
import org.writ.ops.OpsException;

/**
 * Rebuilds the tables of a service: a second process of its own program, which reads its topics
 * from the first event on.
 */
public final class Rebuild {

  /** The program's exit codes: tables equal, tables differ. */
  private static final List<Integer> COMPARED = List.of(0, 1);

  private static final int LINES_OF_REASON = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Stack stack;

  /** The services of a stack. */
  public Rebuild(Stack stack) {
    this.stack = stack;
  }

  /**
   * Rebuilds beside the live tables, and compares.
   *
   * @param swap puts the rebuilt tables in place of the live ones
   * @throws OpsException if the service runs although its tables are to be swapped, or the rebuild
   *     fails
   */
  public Manifest run(Part service, boolean swap) {
    if (swap && stack.running(service)) {
      throw new OpsException(
          "The %1$s-service runs, and its tables can only be swapped while it does not. Stop it with deploy/down %1$s"
              .formatted(service.label()));
    }
    List<String> arguments = new ArrayList<>(List.of("rebuild"));
    if (swap) {
      arguments.add("--swap");
    }
    return run(service, stack.program(service, arguments));
  }

  private Manifest run(Part service, ProcessBuilder program) {
    Path log = stack.settings().data().resolve("log/rebuild-" + service.label() + ".log");
    try {
      Process process = program.redirectError(log.toFile()).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (!COMPARED.contains(process.waitFor())) {
        List<String> lines = Files.readAllLines(log);
        throw new OpsException(
            "The rebuild of the %s-service failed; its log is %s%n  %s"
                .formatted(
                    service.label(),
                    log,
                    String.join(
                        "%n  ".formatted(),
                        lines.subList(Math.max(0, lines.size() - LINES_OF_REASON), lines.size()))));
      }
      return new Manifest(manifest(service, output));
    } catch (IOException e) {
      throw new OpsException("The rebuild cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OpsException(
          "Interrupted while the " + service.label() + "-service was rebuilt", e);
    }
  }

  private static JsonNode manifest(Part service, byte[] output) throws IOException {
    JsonNode json = JSON.readTree(output);
    if (!json.path("tables").isArray()) {
      throw new OpsException(
          "The rebuild of the %s-service gave no manifest".formatted(service.label()));
    }
    return json;
  }
}
