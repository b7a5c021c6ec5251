package org.writ.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Calls of a service by somebody who is signed in, over connections that stay open. Thread-safe.
 */
final class Calls {

  private final HttpClient http;
  private final String service;
  private final Map<String, String> headers;

  /**
   * Calls that go with these headers.
   *
   * @param service where it listens, without a path
   * @param headers that sign the caller in
   */
  Calls(String service, Map<String, String> headers) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), service, headers);
  }

  private Calls(HttpClient http, String service, Map<String, String> headers) {
    this.http = http;
    this.service = service;
    this.headers = Map.copyOf(headers);
  }

  /** Of somebody with an access token. */
  static Calls withToken(String service, String token) {
    return new Calls(service, Map.of("Authorization", "Bearer " + token));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** A request to the service, to be completed. */
  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(service + path));
    headers.forEach(request::header);
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /**
   * One call after the other.
   *
   * @param status that each has to be answered with
   * @throws IOException if one is answered otherwise: figures of failures are none
   */
  Round round(String path, int status, int calls) throws IOException, InterruptedException {
    Histogram durations = Round.histogram();
    for (int call = 0; call < calls; call++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = get(path);
      durations.recordValue(System.nanoTime() - begun);
      if (answer.statusCode() != status) {
        throw new IOException(
            "%s is answered with %d, not %d: %s"
                .formatted(path, answer.statusCode(), status, answer.body()));
      }
    }
    return Round.of(durations);
  }
}
