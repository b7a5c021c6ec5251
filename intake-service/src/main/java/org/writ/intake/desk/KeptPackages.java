package org.writ.intake.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The packages that the disclosure-service keeps, fetched and acknowledged there with the access
 * token of the officer who is signed in: it checks and records that person, as for any other call.
 * Nothing of a package is kept here. Thread-safe.
 */
@ApplicationScoped
class KeptPackages {

  private static final Logger LOG = Logger.getLogger(KeptPackages.class);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private static final int MAX_PROBLEM_BYTES = 1 << 16;

  /** Refusals that say something about the package or the officer, which the page repeats. */
  private static final Set<Integer> REPEATED = Set.of(403, 404, 409, 410, 429);

  /**
   * What is in a package, on its way.
   *
   * @param size in bytes; negative if the disclosure-service does not say it
   * @param bytes to be read and closed
   */
  record Content(long size, InputStream bytes) {}

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  private final URI disclosure;
  private final ObjectMapper json;

  KeptPackages(@ConfigProperty(name = "writ.pages.disclosure") URI disclosure, ObjectMapper json) {
    this.disclosure = disclosure;
    this.json = json;
  }

  /**
   * Fetches the package of a delivery, which is recorded there.
   *
   * @param token access token of the officer
   * @throws HttpProblem what the disclosure-service refuses it with, or 503 if it cannot be asked
   */
  Content fetch(String deliveryId, String token) {
    var answer = send(call(deliveryId, "package", token).GET().build());
    if (answer.statusCode() != OK) {
      throw refusal(answer);
    }
    return new Content(
        answer.headers().firstValueAsLong("Content-Length").orElse(-1), answer.body());
  }

  /**
   * Says there that the officer has the package, by its hash.
   *
   * @param sha256 64 hex digits
   * @param token access token of the officer
   * @return false if it is the hash of something else
   * @throws HttpProblem as above
   */
  boolean acknowledge(String deliveryId, String sha256, String token) {
    var body = json.createObjectNode().put("sha256", sha256).toString();
    var answer =
        send(
            call(deliveryId, "acknowledgement", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != OK && answer.statusCode() != UNPROCESSABLE) {
      throw refusal(answer);
    }
    close(answer);
    return answer.statusCode() == OK;
  }

  private HttpRequest.Builder call(String deliveryId, String what, String token) {
    return HttpRequest.newBuilder(
            disclosure.resolve("/v1/deliveries/%s/%s".formatted(deliveryId, what)))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    } catch (IOException unreachable) {
      throw unavailable(unreachable.getClass().getName());
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

  private static void close(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      body.readNBytes(MAX_PROBLEM_BYTES);
    } catch (IOException broken) {
      LOG.debugf("An answer broke off after its status, error=%s", broken.getClass().getName());
    }
  }

  private HttpProblem unavailable(String reason) {
    LOG.warnf(
        "The disclosure-service gives no package, disclosure=%s reason=%s", disclosure, reason);
    return HttpProblem.valueOf(
        Status.SERVICE_UNAVAILABLE,
        "The service that keeps packages gives none at this moment; try again later.");
  }
}
