package org.writ.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;
import org.writ.local.Settings;
import org.writ.ops.api.Answer;
import org.writ.ops.api.Http;
import org.writ.ops.api.Realm;
import org.writ.ops.api.SignIn;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * A command with which somebody acts or looks at a service in their own name: with the access token
 * in {@code WRIT_TOKEN} if it is set, otherwise as a person of the demo.
 */
public abstract class OperatorCommand {

  /** The status of an answer that has what was asked for. */
  protected static final int OK = 200;

  /** The status of an answer that something was made. */
  protected static final int CREATED = 201;

  private static final String TOKEN = "WRIT_TOKEN";

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

  /** Prints all items of a list, page by page, and counts them. */
  protected final int each(Function<String, Answer> pages, Function<JsonNode, String> line) {
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

  /** Calls that are not repeated. */
  protected static Http http() {
    return new Http(Duration.ZERO);
  }

  /** Where the services are. */
  protected static Settings settings() {
    return Settings.fromEnvironment();
  }

  /** Whoever acts. */
  protected final SignIn operator(Http http) {
    String token = System.getenv(TOKEN);
    return token == null
        ? new Realm(http, settings().issuer()).person(user, password.isEmpty() ? user : password)
        : SignIn.token(token);
  }

  /** Where the command writes. */
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
