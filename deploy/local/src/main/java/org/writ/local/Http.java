package org.writ.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls to the stack's own servers. Thread-safe. */
final class Http {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body as text, empty if there is none
   * @param tag the {@code ETag} of what is answered, empty if there is none
   */
  record Answer(int status, String body, String tag) {

    boolean successful() {
      return status / 100 == 2;
    }

    /** The body as JSON. */
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new StackException("expected JSON, found: " + body, e);
      }
    }
  }

  /** Whether a GET is answered with a status of success within five seconds. */
  static boolean answers(String url) {
    try {
      return send(HttpRequest.newBuilder(URI.create(url)).GET(), LOOK).successful();
    } catch (StackException e) {
      return false;
    }
  }

  /**
   * Sends a call.
   *
   * @throws StackException if there is no answer within a minute
   */
  static Answer send(HttpRequest.Builder request) {
    return send(request, PATIENCE);
  }

  private static Answer send(HttpRequest.Builder request, Duration limit) {
    HttpRequest call = request.timeout(limit).build();
    try {
      HttpResponse<String> response = CLIENT.send(call, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      throw new StackException("no answer from " + call.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for " + call.uri(), e);
    }
  }

  /** A POST of a form. */
  static HttpRequest.Builder form(String url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** A call that carries JSON. */
  static HttpRequest.Builder json(String method, String url, Object body) {
    try {
      return HttpRequest.newBuilder(URI.create(url))
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
