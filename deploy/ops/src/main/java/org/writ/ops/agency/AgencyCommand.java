package org.writ.ops.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.writ.local.Port;
import org.writ.ops.OperatorCommand;
import org.writ.ops.OpsException;
import org.writ.ops.Writ;
import org.writ.ops.api.Agencies;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at agencies' files and changes them. */
@Command(
    name = "agency",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Puts agencies on file, approves what another operator put there, suspends and closes them.",
      "What lets an agency do more takes two operators; what stops it takes one.",
      "",
      "Signs in as an operator: with WRIT_TOKEN if it is set, otherwise with --user and --password."
    })
public final class AgencyCommand extends OperatorCommand {

  /** Events take a moment from one service to another, and longer if one was just started. */
  private static final Duration NEWS_LIMIT = Duration.ofMinutes(1);

  /** Shows all agencies. */
  @Command(name = "list", description = "Shows all agencies with their state.")
  int list() {
    int found = each(agencies()::page, item -> AgencyText.entry(item));
    out().println(found + " agencies.");
    return 0;
  }

  /** Shows one agency's file. */
  @Command(
      name = "show",
      description = "Shows what counts about an agency, what waits for approval, and its history.")
  int show(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    Answer seen = agencies().agency(id).require(OK);
    print(seen.json());
    if (seen.json().path("pending").isObject()) {
      out()
          .printf(
              "Another operator than the one who put it there approves it: deploy/writ agency"
                  + " approve %s --seen %s%n",
              id, version(seen));
    }
    return 0;
  }

  /** Puts an agency on file. */
  @Command(
      name = "invite",
      description = {
        "Puts an agency, or a change of it, on file. Another operator has to approve it.",
        "FILE is the JSON body of PUT /v1/agencies/{id}: name, country, kind, certificate (PEM) and"
            + " more."
      })
  int invite(
      @Parameters(paramLabel = "AGENCY", description = "its id: its OIDC client") String id,
      @Parameters(paramLabel = "FILE") Path file) {
    print(agencies().register(id, read(file)).require(OK, CREATED).json());
    return 0;
  }

  /** Approves what another operator put on file. */
  @Command(
      name = "approve",
      description = {
        "Lets what another operator put on file count from now on.",
        "It has to be what you have read: if the file has changed since, nothing is approved."
      })
  int approve(
      @Parameters(paramLabel = "AGENCY", description = "its id") String id,
      @Option(
              names = "--seen",
              required = true,
              description = "version of the file that you have read, as show prints it")
          long version) {
    print(agencies().approve(id, "\"" + version + "\"").require(OK).json());
    out().println("Approved: it counts from now on.");
    return 0;
  }

  private static String version(Answer file) {
    return file.header("ETag")
        .map(tag -> tag.replace("\"", ""))
        .orElseThrow(() -> new OpsException("The file came without an ETag"));
  }

  /** Turns down what was put on file. */
  @Command(name = "reject", description = "Turns down what waits for approval.")
  int reject(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    print(agencies().reject(id).require(OK).json());
    return 0;
  }

  /** Suspends an agency. */
  @Command(
      name = "suspend",
      description = {
        "Suspends an agency at once and freezes its open requests.",
        "Then lists every package that it ever fetched: what whoever stole its sign-in may have. Waits"
            + " a minute at most until no more can follow; if that is not sure, it says so and ends with"
            + " 1."
      })
  int suspend(
      @Parameters(paramLabel = "AGENCY", description = "its id") String id,
      @Option(
              names = "--reason",
              required = true,
              description = "MAILBOX_COMPROMISED, FORGED_REQUEST, CREDENTIALS_LOST, LEGAL or OTHER")
          String reason) {
    JsonNode outcome = agencies().suspend(id, reason).require(OK).json();
    out().printf("%s is suspended; %s open requests are frozen.%n", id, requests(outcome));
    out().flush();
    Disclosure disclosure = disclosure();
    boolean stopped = StopNews.arrives(() -> disclosure.fetches(id, ""), NEWS_LIMIT);
    list(disclosure, id);
    if (!stopped) {
      out()
          .printf(
              "The disclosure-service does not know of the suspension yet: the agency may still fetch"
                  + " packages, and the list may not be all. List them again: deploy/writ agency"
                  + " fetches %s%n",
              id);
      return Writ.WRONG;
    }
    return 0;
  }

  /** Lists what an agency fetched. */
  @Command(name = "fetches", description = "Lists every package that an agency ever fetched.")
  int fetches(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    Disclosure disclosure = disclosure();
    list(disclosure, id);
    if (!disclosure.fetches(id, "").require(OK).json().hasNonNull("stop")) {
      out().println("It is not stopped there: more may follow.");
    }
    return 0;
  }

  private void list(Disclosure disclosure, String id) {
    out().println("Packages that it ever fetched, the newest first:");
    int fetched = each(cursor -> disclosure.fetches(id, cursor), AgencyText::fetch);
    out().println(fetched + " fetches.");
  }

  /** Asks that a suspension ends. */
  @Command(
      name = "reinstate",
      description = "Asks that a suspension ends; another operator has to approve it.")
  int reinstate(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    agencies().reinstate(id).require(OK);
    out().println("Asked for. Another operator approves it with approve-reinstatement.");
    return 0;
  }

  /** Ends a suspension. */
  @Command(
      name = "approve-reinstatement",
      description = "Ends a suspension, as another operator than the one who asked for it.")
  int approveReinstatement(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    JsonNode outcome = agencies().approveReinstatement(id).require(OK).json();
    out().printf("%s is active again; %s requests go on.%n", id, requests(outcome));
    return 0;
  }

  /** Closes an agency. */
  @Command(name = "close", description = "Closes an agency for ever.")
  int close(
      @Parameters(paramLabel = "AGENCY", description = "its id") String id,
      @Option(
              names = "--reason",
              required = true,
              description = "MERGED, DISSOLVED, OFFBOARDED or OTHER")
          String reason) {
    agencies().close(id, reason).require(OK);
    out().println(id + " is closed.");
    return 0;
  }

  private void print(JsonNode agency) {
    AgencyText.file(agency).forEach(out()::println);
  }

  private static String requests(JsonNode outcome) {
    return outcome.path("requests").asText();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OpsException("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private Disclosure disclosure() {
    Http http = http();
    return new Disclosure(http, settings().url(Port.DISCLOSURE), operator(http));
  }

  private Agencies agencies() {
    Http http = http();
    return new Agencies(http, settings().url(Port.INTAKE), operator(http));
  }
}
