package org.writ.ops.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.writ.local.Port;
import org.writ.local.Settings;
import org.writ.ops.OpsException;
import org.writ.ops.api.Agencies;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Disclosure;
import org.writ.ops.api.Http;
import org.writ.ops.api.Realm;
import org.writ.ops.api.SignIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

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
public final class AgencyCommand {

  private static final String TOKEN = "WRIT_TOKEN";
  private static final int OK = 200;
  private static final int CREATED = 201;

  @Option(
      names = "--user",
      scope = ScopeType.INHERIT,
      defaultValue = "olga",
      description = "who signs in; the demo's second operator is otto (default: ${DEFAULT-VALUE})")
  String user;

  @Option(
      names = "--password",
      scope = ScopeType.INHERIT,
      defaultValue = "",
      description = "the password (default: the demo's, the same as the user's name)")
  String password;

  @Spec CommandSpec spec;

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
    print(agencies().agency(id).require(OK).json());
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
      description = "Shows what another operator put on file, and lets it count from now on.")
  int approve(@Parameters(paramLabel = "AGENCY", description = "its id") String id) {
    Agencies agencies = agencies();
    Answer seen = agencies.agency(id).require(OK);
    print(seen.json());
    String tag =
        seen.header("ETag").orElseThrow(() -> new OpsException("The file came without an ETag"));
    agencies.approve(id, tag).require(OK);
    out().println("Approved: it counts from now on.");
    return 0;
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
        "Then lists every package that it ever fetched: what whoever stole its sign-in may have."
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
    out().println("Packages that it ever fetched, the newest first:");
    Disclosure disclosure =
        new Disclosure(http(), settings().url(Port.DISCLOSURE), operator(http()));
    int fetched = each(cursor -> disclosure.fetches(id, cursor), AgencyText::fetch);
    out().println(fetched + " fetches.");
    return 0;
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

  /** Prints all items of a list, page by page, and counts them. */
  private int each(Function<String, Answer> pages, Function<JsonNode, String> line) {
    int found = 0;
    String cursor = "";
    do {
      JsonNode page = pages.apply(cursor).require(OK).json();
      for (JsonNode item : page.path("items")) {
        out().println(line.apply(item));
        found++;
      }
      cursor = page.path("nextCursor").asText("");
    } while (!cursor.isEmpty());
    return found;
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

  private Agencies agencies() {
    Http http = http();
    return new Agencies(http, settings().url(Port.INTAKE), operator(http));
  }

  private static Http http() {
    return new Http(Duration.ZERO);
  }

  private static Settings settings() {
    return Settings.fromEnvironment();
  }

  private SignIn operator(Http http) {
    String token = System.getenv(TOKEN);
    return token == null
        ? new Realm(http, settings().issuer()).person(user, password.isEmpty() ? user : password)
        : SignIn.token(token);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
