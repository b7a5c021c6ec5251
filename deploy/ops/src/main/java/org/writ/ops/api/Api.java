package org.writ.ops.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/** Calls of one caller to one service. A refused token is renewed once. Thread-safe. */
final class Api {

  private static final int UNAUTHORIZED = 401;

  private final Http http;
  private final String base;
  private final SignIn signIn;

  /**
   * A caller of a service.
   *
   * @param base the service's address, without a slash at the end
   */
  Api(Http http, String base, SignIn signIn) {
    this.http = http;
    this.base = base;
    this.signIn = signIn;
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  Answer get(String path, Map<String, String> headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, Map<String, String> headers) {
    return send("POST", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, byte[] content, Map<String, String> headers) {
    return send("POST", path, BodyPublishers.ofByteArray(content), headers);
  }

  Answer postJson(String path, String json, Map<String, String> headers) {
    return sendJson("POST", path, json, headers);
  }

  Answer putJson(String path, String json) {
    return sendJson("PUT", path, json, Map.of());
  }

  Answer put(String path, byte[] content, Map<String, String> headers) {
    return send("PUT", path, BodyPublishers.ofByteArray(content), headers);
  }

  private Answer sendJson(String method, String path, String json, Map<String, String> headers) {
    Map<String, String> all = new java.util.TreeMap<>(headers);
    all.put("Content-Type", "application/json");
    return send(method, path, BodyPublishers.ofString(json), all);
  }

  private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    Optional<String> token = signIn.token();
    Answer answer = http.send(call(method, path, body, headers, token));
    if (answer.is(UNAUTHORIZED) && token.isPresent() && signIn.renew(token.get())) {
      return http.send(call(method, path, body, headers, signIn.token()));
    }
    return answer;
  }

  private HttpRequest.Builder call(
      String method,
      String path,
      BodyPublisher body,
      Map<String, String> headers,
      Optional<String> token) {
    HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    headers.forEach(call::header);
    token.ifPresent(value -> call.header("Authorization", "Bearer " + value));
    return call;
  }
}
