package org.writ.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Registers the demo agencies with their certificates, the way two operators do. */
final class DemoAgencies {

  /** Puts them on file. */
  private static final String OPERATOR = "olga";

  /** Approves what the other put on file. */
  private static final String SECOND_OPERATOR = "otto";

  private static final List<String> WORKING_DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

  private final Settings settings;
  private final Certificates certificates;

  DemoAgencies(Settings settings, Certificates certificates) {
    this.settings = settings;
    this.certificates = certificates;
  }

  /**
   * Registers them, unless this data folder's intake has them as they are: a registration is an
   * event for ever.
   */
  void register() {
    ArrayNode wanted = Http.JSON.createArrayNode();
    Path done = settings.data().resolve("agencies").resolve("registered.json");
    try {
      for (DemoAgency agency : DemoAgency.ALL) {
        wanted.add(registration(agency, certificates.agencyPem(agency.id())));
      }
      String description = Http.JSON.writeValueAsString(wanted);
      if (Files.exists(done) && Files.readString(done).equals(description)) {
        return;
      }
      Tokens tokens = new Tokens(settings);
      String operator = tokens.person(OPERATOR);
      String second = tokens.person(SECOND_OPERATOR);
      for (int i = 0; i < wanted.size(); i++) {
        String url = settings.url(Port.INTAKE) + "/v1/agencies/" + DemoAgency.ALL.get(i).id();
        Http.Answer onFile = send(Http.json("PUT", url, wanted.get(i)), operator);
        if (!onFile.json().path("pending").isNull()) {
          send(
              Http.json("POST", url + "/approval", Http.JSON.createObjectNode())
                  .header("If-Match", onFile.tag()),
              second);
        }
      }
      Files.writeString(done, description);
    } catch (IOException e) {
      throw new StackException("the demo agencies cannot be registered: " + e, e);
    }
  }

  /** The body that puts an agency on file. */
  static ObjectNode registration(DemoAgency agency, String certificate) {
    ObjectNode body =
        Http.JSON
            .createObjectNode()
            .put("name", agency.name())
            .put("country", agency.country())
            .put("kind", agency.kind())
            .put("certificate", certificate)
            .put("jurisdiction", agency.jurisdiction())
            .put("callBackPhone", agency.callBackPhone());
    body.putArray("domains").add(agency.domain());
    body.putObject("endpoint")
        .put("countryCode", agency.country())
        .put("uniqueIdentifier", agency.uniqueIdentifier());
    ArrayNode clients = body.putArray("clients").add(agency.id());
    agency.otherClients().forEach(clients::add);
    ObjectNode hours =
        body.putObject("officeHours")
            .put("timeZone", agency.timeZone())
            .put("opening", "08:00")
            .put("closing", "17:30");
    ArrayNode days = hours.putArray("days");
    WORKING_DAYS.forEach(days::add);
    return body;
  }

  private static Http.Answer send(HttpRequest.Builder call, String token) {
    Http.Answer answer = Http.send(call.header("Authorization", "Bearer " + token));
    if (!answer.successful()) {
      throw new StackException(
          "intake refuses a demo agency with " + answer.status() + ": " + answer.body());
    }
    return answer;
  }
}
