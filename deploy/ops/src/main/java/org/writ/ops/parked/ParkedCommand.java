package org.writ.ops.parked;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.writ.local.Port;
import org.writ.ops.OperatorCommand;
import org.writ.ops.Writ;
import org.writ.ops.api.Http;
import org.writ.ops.api.Parked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists, retries and drops events that a service could not handle. */
@Command(
    name = "parked",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows the events that a service could not handle, with the later ones of the same subject that wait behind",
      "them, and handles them again or gives them up.",
      "",
      "Signs in as an operator: with WRIT_TOKEN if it is set, otherwise with --user and --password."
    })
public final class ParkedCommand extends OperatorCommand {

  /** A service that can have parked events; each consumes others' topics. */
  enum Service {
    INTAKE(Port.INTAKE),
    REVIEW(Port.REVIEW),
    DISCLOSURE(Port.DISCLOSURE),
    TRANSPARENCY(Port.TRANSPARENCY);

    private final Port port;

    Service(Port port) {
      this.port = port;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Shows all that wait. */
  @Command(
      name = "list",
      description = "Shows what is parked, oldest first; ends with 1 if there is anything.")
  int list(
      @Parameters(
              arity = "0..1",
              paramLabel = "SERVICE",
              description = "only this one: ${COMPLETION-CANDIDATES}")
          @Nullable Service only) {
    int found = 0;
    for (Service service : only == null ? Service.values() : new Service[] {only}) {
      JsonNode items = parked(service).list().require(OK).json().path("items");
      for (JsonNode item : items) {
        out().println(line(service, item));
        found++;
      }
    }
    out().println(found == 0 ? "Nothing is parked." : found + " events are parked.");
    return found == 0 ? 0 : Writ.WRONG;
  }

  /** Handles events again. */
  @Command(
      name = "retry",
      description = "Handles a subject's parked events again, in order, until one fails.")
  int retry(
      @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}") Service service,
      @Parameters(paramLabel = "TOPIC", description = "such as review.cases") String topic,
      @Parameters(paramLabel = "SUBJECT", description = "such as a request's id") String subject) {
    JsonNode answer = parked(service).retry(topic, subject).require(OK).json();
    int handled = answer.path("handled").asInt();
    out().printf("%d events of %s are handled.%n", handled, subject);
    return 0;
  }

  /** Gives an event up. */
  @Command(
      name = "drop",
      description = {
        "Gives up a subject's oldest parked event: the service will never handle it. Who did it is recorded.",
        "What waits behind it stays parked until it is retried."
      })
  int drop(
      @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}") Service service,
      @Parameters(paramLabel = "TOPIC", description = "such as review.cases") String topic,
      @Parameters(paramLabel = "SUBJECT", description = "such as a request's id") String subject) {
    parked(service).drop(topic, subject).require(OK);
    out().printf("The oldest parked event of %s is dropped.%n", subject);
    return 0;
  }

  private Parked parked(Service service) {
    Http http = http();
    return new Parked(http, settings().url(service.port), operator(http));
  }

  private static String line(Service service, JsonNode item) {
    return "%-12s %s  %s/%s offset %s  %s  %s%n             %s"
        .formatted(
            service,
            item.path("parkedAt").asText(),
            item.path("topic").asText(),
            item.path("partition").asText(),
            item.path("offset").asText(),
            item.path("subject").asText(),
            item.path("type").asText(),
            item.path("reason").asText());
  }
}
