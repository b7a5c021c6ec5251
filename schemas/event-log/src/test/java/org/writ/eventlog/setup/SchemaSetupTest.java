package org.writ.eventlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.writ.eventlog.TopicNames;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;

class SchemaSetupTest {

  private final TopicNames names = new TopicNames("test_" + UUID.randomUUID() + ".");

  @Test
  void schemasAreRegisteredOnceWithTheirRules() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var setup = new SchemaSetup(TestStack.registry(), names, http);
      String artifact =
          "/groups/org.writ.events.intake/artifacts/"
              + names.of(Topic.INTAKE_REQUESTS)
              + "-RequestSubmitted";

      setup.register(List.of(Topic.INTAKE_REQUESTS));
      setup.register(List.of(Topic.INTAKE_REQUESTS));

      assertThat(get(http, artifact + "/versions")).contains("\"count\":1");
      assertThat(get(http, artifact + "/rules/COMPATIBILITY")).contains("FULL_TRANSITIVE");
      assertThat(get(http, artifact + "/rules/VALIDITY")).contains("FULL");
    }
  }

  private static String get(HttpClient http, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(TestStack.registry() + path)).build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
