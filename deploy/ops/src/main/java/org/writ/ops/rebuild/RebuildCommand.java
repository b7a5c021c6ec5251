package org.writ.ops.rebuild;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.writ.local.Part;
import org.writ.local.Settings;
import org.writ.local.Stack;
import org.writ.ops.OpsException;
import org.writ.ops.Writ;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds services' tables from their topics and compares. */
@Command(
    name = "rebuild",
    description = {
      "Rebuilds the tables of a service from its own topics, beside the live ones, and compares both.",
      "",
      "The live tables are read as they are at one moment, and the events are applied up to just that moment, so it",
      "does not matter whether the service runs."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every table is equal, or was swapped",
      "1:a table differs",
      "2:the rebuild failed, or the service runs and its tables were to be swapped"
    })
public final class RebuildCommand implements Callable<Integer> {

  private static final List<Part> IN_ORDER =
      List.of(Part.INTAKE, Part.REVIEW, Part.DISCLOSURE, Part.TRANSPARENCY);

  @Parameters(
      paramLabel = "SERVICE",
      description = "intake, review, disclosure, transparency or all")
  String service;

  @Option(
      names = "--swap",
      description =
          "puts the rebuilt tables in place of the live ones; the service must be stopped")
  boolean swap;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Rebuild rebuild = new Rebuild(new Stack(Settings.fromEnvironment(), out::println));
    boolean equal = true;
    for (Part part : chosen()) {
      out.printf("%s: replaying its topics ...%n", part.label());
      out.flush();
      Manifest manifest = rebuild.run(part, swap);
      out.println(manifest.text() + (swap ? ", swapped" : ""));
      out.flush();
      equal &= manifest.isEqual();
    }
    return equal || swap ? 0 : Writ.WRONG;
  }

  private List<Part> chosen() {
    if (service.equalsIgnoreCase("all")) {
      return IN_ORDER;
    }
    return IN_ORDER.stream()
        .filter(part -> part.label().equals(service.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new OpsException(
                    "Expected intake, review, disclosure, transparency or all, found " + service));
  }
}
