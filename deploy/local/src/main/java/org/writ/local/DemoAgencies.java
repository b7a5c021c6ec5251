package org.writ.local;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Registers the demo agencies with their certificates, the way an operator does. */
final class DemoAgencies {

  private static final String OPERATOR = "olga";

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
    List<SortedMap<String, String>> wanted = new ArrayList<>();
    Path done = settings.data().resolve("agencies").resolve("registered.json");
    try {
      for (DemoAgency agency : DemoAgency.ALL) {
        wanted.add(
            new TreeMap<>(
                Map.of(
                    "name", agency.name(),
                    "country", agency.country(),
                    "kind", agency.kind(),
                    "certificate", Files.readString(certificates.agency(agency.id())))));
      }
      String description = Http.JSON.writeValueAsString(wanted);
      if (Files.exists(done) && Files.readString(done).equals(description)) {
        return;
      }
      String token = new Tokens(settings).person(OPERATOR);
      for (int i = 0; i < wanted.size(); i++) {
        register(DemoAgency.ALL.get(i), wanted.get(i), token);
      }
      Files.writeString(done, description);
    } catch (IOException e) {
      throw new StackException("the demo agencies cannot be registered: " + e, e);
    }
  }

  private void register(DemoAgency agency, Map<String, String> description, String token) {
    String url = settings.url(Port.INTAKE) + "/v1/agencies/" + agency.id();
    HttpRequest.Builder call =
        Http.json("PUT", url, description).header("Authorization", "Bearer " + token);
    Http.Answer answer = Http.send(call);
    if (!answer.successful()) {
      throw new StackException(
          "intake refuses " + agency.id() + " with " + answer.status() + ": " + answer.body());
    }
  }
}
