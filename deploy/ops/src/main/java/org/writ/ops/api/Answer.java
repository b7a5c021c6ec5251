package org.writ.ops.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.writ.ops.OpsException;

/**
 * What a service answered.
 *
 * @param call method and address, for messages
 * @param status the HTTP status
 * @param headers of the answer
 * @param body empty if there is none
 */
public record Answer(String call, int status, HttpHeaders headers, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Whether the status is one of these. */
  public boolean is(int... statuses) {
    return IntStream.of(statuses).anyMatch(each -> each == status);
  }

  /**
   * This answer, if its status is one of these.
   *
   * @throws OpsException in the service's words, if it is not
   */
  public Answer require(int... statuses) {
    if (!is(statuses)) {
      throw new OpsException("%s is answered %d: %s".formatted(call, status, reason()));
    }
    return this;
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws OpsException if it is none
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new OpsException(
          "Expected JSON as the answer to %s, found %s".formatted(call, text()), e);
    }
  }

  private String reason() {
    String type = header("Content-Type").orElse("");
    if (!type.contains("json")) {
      return body.length == 0 ? "without a word" : text();
    }
    JsonNode problem = json();
    String detail = problem.path("detail").asText(text());
    return problem.has("errors") ? detail + " " + problem.get("errors") : detail;
  }
}
