package org.writ.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Another of Writ's services, called with the access token of the person who is signed in: it
 * checks and records that person, as for any other call. Nothing of an answer is kept here.
 * Thread-safe.
 */
public final class OtherService {

  private static final Logger LOG = Logger.getLogger(OtherService.class);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final int MAX_PROBLEM_BYTES = 1 << 16;

  /** Refusals that say something about what is asked for or who asks, which the page repeats. */
  private static final Set<Integer> REPEATED = Set.of(403, 404, 409, 410, 429);

  /**
   * What is asked for, on its way.
   *
   * @param size in bytes; negative if the service does not say it
   * @param bytes to be read and closed
   */
  public record Content(long size, InputStream bytes) {

    /** Of an answer. */
    public static Content of(HttpResponse<InputStream> answer) {
      return new Content(
          answer.headers().firstValueAsLong("Content-Length").orElse(-1), answer.body());
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  private final URI address;
  private final ObjectMapper json;
  private final String unavailable;

  /**
   * A service at an address.
   *
   * @param unavailable the sentence for when it cannot be asked
   */
  public OtherService(URI address, ObjectMapper json, String unavailable) {
    this.address = address;
    this.json = json;
    this.unavailable = unavailable;
  }

  /**
   * Begins a call.
   *
   * @param path from the service's root
   * @param token access token of the person
   */
  public HttpRequest.Builder call(String path, String token) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  /**
   * Calls it.
   *
   * @return an answer with one of these statuses
   * @throws HttpProblem what the service refuses it with, or 503 if it cannot be asked
   */
  public HttpResponse<InputStream> send(HttpRequest request, Set<Integer> statuses) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (!statuses.contains(answer.statusCode())) {
        throw refusal(answer);
      }
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    } catch (IOException unreachable) {
      throw unavailable(unreachable.getClass().getName());
    }
  }

  /** Reads an answer of which only the status counts to its end. */
  public void close(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      body.readNBytes(MAX_PROBLEM_BYTES);
    } catch (IOException broken) {
      LOG.debugf("An answer broke off after its status, error=%s", broken.getClass().getName());
    }
  }

  private HttpProblem refusal(HttpResponse<InputStream> answer) {
    int status = answer.statusCode();
    try (InputStream body = answer.body()) {
      if (REPEATED.contains(status)) {
        var problem = json.readTree(body.readNBytes(MAX_PROBLEM_BYTES));
        return HttpProblem.builder()
            .withStatus(status)
            .withTitle(problem.path("title").asText("Error"))
            .withDetail(problem.path("detail").asText())
            .build();
      }
    } catch (IOException broken) {
      return unavailable(broken.getClass().getName());
    }
    return unavailable("status " + status);
  }

  private HttpProblem unavailable(String reason) {
    LOG.warnf("A service gives no answer, service=%s reason=%s", address, reason);
    return HttpProblem.valueOf(Status.SERVICE_UNAVAILABLE, unavailable);
  }
}
