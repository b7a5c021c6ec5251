package org.writ.ops.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.writ.local.Port;
import org.writ.ops.OperatorCommand;
import org.writ.ops.OpsException;
import org.writ.ops.Writ;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Http;
import org.writ.ops.api.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at policies and changes which of them count. */
@Command(
    name = "policy",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows the policies that requests are judged under, proposes and activates one, and tries one on decided cases.",
      "A policy takes two persons: one proposes it, another activates exactly the same bytes.",
      "",
      "Signs in as an operator: with WRIT_TOKEN if it is set, otherwise with --user and --password."
    })
public final class PolicyCommand extends OperatorCommand {

  private static final int CONFLICT = 409;
  private static final int STALE = 412;
  private static final int INVALID = 422;

  /** A long period takes the service a while. */
  private static final Duration BACKTEST_LIMIT = Duration.ofMinutes(15);

  /** Shows all policies. */
  @Command(
      name = "list",
      description = "Shows all policies with how they stand and what they govern.")
  int list() {
    int found = each(policies()::page, PolicyText::entry);
    out().println(found + " policies.");
    return 0;
  }

  /** Shows one policy. */
  @Command(name = "show", description = "Shows a policy's digest, history and document.")
  int show(@Parameters(paramLabel = "POLICY", description = "its id") String id) {
    PolicyText.policy(policies().policy(id).require(OK).json()).forEach(out()::println);
    return 0;
  }

  /** Proposes a policy. */
  @Command(
      name = "propose",
      description = {
        "Proposes the policy in FILE (YAML), byte for byte. Another person has to activate it.",
        "A document with faults is refused; each is printed with its line and rule, and the command ends with 1, as upon any refusal."
      })
  int propose(@Parameters(paramLabel = "FILE") Path file) {
    Answer answer = policies().propose(read(file));
    if (answer.is(INVALID)) {
      PolicyText.faults(file.toString(), answer.json()).forEach(out()::println);
      return Writ.WRONG;
    }
    if (answer.is(CONFLICT, STALE)) {
      return refused(answer);
    }
    JsonNode policy = answer.require(CREATED).json();
    out().println(PolicyText.entry(policy));
    out()
        .printf(
            "Proposed. Another person reads it and activates it: deploy/writ policy activate %s --digest %s%n",
            policy.path("id").asText(), policy.path("digest").asText());
    return 0;
  }

  /** Activates a policy. */
  @Command(
      name = "activate",
      description = "Activates a policy that another person proposed; it counts from its day on.")
  int activate(
      @Parameters(paramLabel = "POLICY", description = "its id") String id,
      @Option(
              names = "--digest",
              required = true,
              description = "SHA-256 of the document that you read, as show prints it")
          String digest) {
    Answer answer = policies().activate(id, digest);
    if (answer.is(CONFLICT, STALE)) {
      return refused(answer);
    }
    JsonNode policy = answer.require(OK).json();
    out().println(PolicyText.entry(policy));
    out().printf("Activated: it counts from %s on.%n", policy.path("effectiveFrom").asText());
    return 0;
  }

  /** Tries a policy on decided cases. */
  @Command(
      name = "backtest",
      description = {
        "Analyses the decided cases of a period anew under a policy, a draft too. Nothing is changed or recorded.",
        "Prints the totals by country and rule, and every case in which it finds something else."
      })
  int backtest(
      @Parameters(paramLabel = "POLICY", description = "its id") String id,
      @Option(
              names = "--from",
              required = true,
              paramLabel = "DAY",
              description = "first day (UTC), such as 2026-07-01")
          LocalDate from,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DAY",
              description = "last day (UTC), such as 2026-09-30")
          LocalDate to) {
    Policies policies = policies(new Http(Duration.ZERO, BACKTEST_LIMIT));
    String period =
        "{\"from\":\"%sT00:00:00Z\",\"to\":\"%sT00:00:00Z\"}".formatted(from, to.plusDays(1));
    int found =
        each(
            cursor -> {
              Answer page = policies.backtest(id, period, cursor).require(OK);
              PolicyText.totals(page.json()).forEach(out()::println);
              return page;
            },
            PolicyText::changed);
    out().println(found + " cases in which it finds something else.");
    return 0;
  }

  private int refused(Answer answer) {
    out().println("Refused: " + answer.json().path("detail").asText());
    return Writ.WRONG;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new OpsException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private Policies policies() {
    return policies(http());
  }

  private Policies policies(Http http) {
    return new Policies(http, settings().url(Port.REVIEW), operator(http));
  }
}
