package org.writ.eventlog.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.writ.eventlog.TopicNames;
import org.writ.events.Topic;

/**
 * Registers the schemas of the topics' records with Apicurio Registry, each under {@code
 * <topic>-<record's full name>} in the group {@code default} (the naming of TopicRecordIdStrategy),
 * with the rules that every version must be valid and compatible with all others in both
 * directions. Registering again changes nothing.
 */
public final class SchemaSetup {

  private static final Map<String, String> RULES =
      Map.of("VALIDITY", "FULL", "COMPATIBILITY", "FULL_TRANSITIVE");

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int CONFLICT = 409;

  private final URI registry;
  private final TopicNames names;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Works against this registry.
   *
   * @param registry its API, such as {@code http://localhost:8085/apis/registry/v3}
   */
  public SchemaSetup(URI registry, TopicNames names, HttpClient http) {
    this.registry = registry;
    this.names = names;
    this.http = http;
  }

  /**
   * Registers every record type of these topics.
   *
   * @throws IllegalStateException if the registry refuses one, with its words
   */
  public void register(Collection<Topic> topics) {
    for (Topic topic : topics) {
      topic.schemas().values().forEach(schema -> register(topic, schema));
    }
  }

  private void register(Topic topic, Schema schema) {
    String artifactId = names.of(topic) + "-" + schema.getName();
    String artifacts = "/groups/" + encode(schema.getNamespace()) + "/artifacts";
    String body =
        write(
            Map.of(
                "artifactId",
                artifactId,
                "artifactType",
                "AVRO",
                "firstVersion",
                Map.of(
                    "content",
                    Map.of("content", schema.toString(), "contentType", "application/json"))));
    // An artifact that exists gets this content as a version, unless it has it: the rules decide
    // whether it may.
    require(post(artifacts + "?ifExists=FIND_OR_CREATE_VERSION", body), artifactId, OK);
    RULES.forEach(
        (type, rule) ->
            require(
                post(
                    artifacts + "/" + encode(artifactId) + "/rules",
                    write(Map.of("ruleType", type, "config", rule))),
                artifactId,
                NO_CONTENT,
                CONFLICT));
  }

  private String write(Map<String, ?> body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private HttpResponse<String> post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException("Cannot reach the registry at " + registry, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }

  private static void require(HttpResponse<String> response, String artifactId, int... accepted) {
    for (int status : accepted) {
      if (response.statusCode() == status) {
        return;
      }
    }
    throw new IllegalStateException(
        "The registry refused schema %s with %d: %s"
            .formatted(artifactId, response.statusCode(), response.body()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
