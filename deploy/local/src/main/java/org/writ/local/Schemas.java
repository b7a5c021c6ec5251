package org.writ.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.writ.events.Topic;

/**
 * Registers the schemas of all record types, under the rules that keep the log readable.
 *
 * <p>A type stands at {@code <topic>-<full name>}, where the serde's {@code TopicRecordIdStrategy}
 * looks for it. Rules: every version can read every other, both ways ({@code FULL_TRANSITIVE}), and
 * is valid Avro.
 */
final class Schemas {

  private static final Map<String, String> RULES =
      Map.of("VALIDITY", "FULL", "COMPATIBILITY", "FULL_TRANSITIVE");

  private final Settings settings;

  Schemas(Settings settings) {
    this.settings = settings;
  }

  /**
   * Registers what is not registered yet.
   *
   * @throws StackException in the registry's own words, if it refuses a schema
   */
  void register() {
    List<Future<?>> calls = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Topic topic : Topic.values()) {
        topic
            .schemas()
            .forEach(
                (name, schema) ->
                    calls.add(
                        executor.submit(() -> register(topic.topicName() + "-" + name, schema))));
      }
    }
    for (Future<?> call : calls) {
      try {
        call.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof StackException reason
            ? reason
            : new StackException("a schema could not be registered: " + e.getCause(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("interrupted while registering schemas", e);
      }
    }
  }

  private void register(String artifactId, Schema schema) {
    String artifacts = settings.registry() + "/groups/default/artifacts";
    String artifact = artifacts + "/" + URLEncoder.encode(artifactId, StandardCharsets.UTF_8);
    Map<String, Object> version =
        Map.of("content", Map.of("content", schema.toString(), "contentType", "application/json"));
    Map<String, Object> body =
        Map.of("artifactId", artifactId, "artifactType", "AVRO", "firstVersion", version);
    Http.Answer answer =
        Http.send(Http.json("POST", artifacts + "?ifExists=FIND_OR_CREATE_VERSION", body));
    if (!answer.successful()) {
      throw new StackException(
          "the registry refuses the schema of " + artifactId + ": " + answer.body());
    }
    String present =
        Http.send(HttpRequest.newBuilder(URI.create(artifact + "/rules")).GET()).body();
    RULES.forEach(
        (rule, level) -> {
          if (!present.contains("\"" + rule + "\"")) {
            require(artifact, rule, level);
          }
        });
  }

  private static void require(String artifact, String rule, String level) {
    Http.Answer answer =
        Http.send(
            Http.json("POST", artifact + "/rules", Map.of("ruleType", rule, "config", level)));
    if (!answer.successful()) {
      throw new StackException(
          "the registry refuses the rule " + rule + " for " + artifact + ": " + answer.body());
    }
  }
}
