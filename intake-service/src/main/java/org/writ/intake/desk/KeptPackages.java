package org.writ.intake.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.pages.OtherService;

/**
 * The packages that the disclosure-service keeps, fetched and acknowledged there in the name of the
 * officer who is signed in. Thread-safe.
 */
@ApplicationScoped
class KeptPackages {

  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private final OtherService disclosure;
  private final ObjectMapper json;

  KeptPackages(@ConfigProperty(name = "writ.pages.disclosure") URI disclosure, ObjectMapper json) {
    this.disclosure =
        new OtherService(
            disclosure,
            json,
            "The service that keeps packages gives none at this moment; try again later.");
    this.json = json;
  }

  /**
   * Fetches the package of a delivery, which is recorded there.
   *
   * @param token access token of the officer
   * @throws io.quarkiverse.resteasy.problem.HttpProblem what the disclosure-service refuses it
   *     with, or 503 if it cannot be asked
   */
  OtherService.Content fetch(String deliveryId, String token) {
    return OtherService.Content.of(
        disclosure.send(
            disclosure.call(path(deliveryId, "package"), token).GET().build(), Set.of(OK)));
  }

  /**
   * Says there that the officer has the package, by its hash.
   *
   * @param sha256 64 hex digits
   * @param token access token of the officer
   * @return false if it is the hash of something else
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as above
   */
  boolean acknowledge(String deliveryId, String sha256, String token) {
    var body = json.createObjectNode().put("sha256", sha256).toString();
    var answer =
        disclosure.send(
            disclosure
                .call(path(deliveryId, "acknowledgement"), token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            Set.of(OK, UNPROCESSABLE));
    disclosure.close(answer);
    return answer.statusCode() == OK;
  }

  private static String path(String deliveryId, String what) {
    return "/v1/deliveries/%s/%s".formatted(deliveryId, what);
  }
}
