package org.writ.ops.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.writ.ops.OpsException;

/**
 * Sends calls, and sends them again as long as the service is not there or asks for patience. So a
 * call can be received twice; who calls must mind that. Thread-safe.
 */
public final class Http {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  /** Too Many Requests, Bad Gateway, Service Unavailable, Gateway Timeout. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Duration patience;
  private final Duration limit;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  /**
   * Calls that are given up after some time.
   *
   * @param patience how long a service may be away; zero: not at all
   */
  public Http(Duration patience) {
    this(patience, ANSWER_LIMIT);
  }

  /**
   * The same for calls that are long work.
   *
   * @param limit how long an answer may take
   */
  public Http(Duration patience, Duration limit) {
    this.patience = patience;
    this.limit = limit;
  }

  /**
   * Sends a call.
   *
   * @throws OpsException if there is no answer
   */
  public Answer send(HttpRequest.Builder call) {
    HttpRequest request = call.timeout(limit).build();
    String name = request.method() + " " + request.uri();
    long deadline = System.nanoTime() + patience.toNanos();
    Pause pause = new Pause();
    while (true) {
      try {
        HttpResponse<byte[]> response =
            client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Answer answer =
            new Answer(name, response.statusCode(), response.headers(), response.body());
        if (!PASSING.contains(answer.status()) || System.nanoTime() >= deadline) {
          return answer;
        }
      } catch (HttpTimeoutException e) {
        if (e instanceof HttpConnectTimeoutException && System.nanoTime() < deadline) {
          pause.rest();
          continue;
        }
        throw new OpsException(
            "%s is not answered within %d s.".formatted(name, limit.toSeconds()), e);
      } catch (IOException e) {
        if (System.nanoTime() >= deadline) {
          throw new OpsException(
              "%s is not answered (%s). deploy/up starts what does not run.".formatted(name, e), e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OpsException("Interrupted while waiting for " + name, e);
      }
      pause.rest();
    }
  }
}
