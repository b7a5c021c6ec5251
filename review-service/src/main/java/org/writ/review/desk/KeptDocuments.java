package org.writ.review.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.pages.OtherService;

/** The documents that intake keeps, fetched there in the reviewer's name. Thread-safe. */
@ApplicationScoped
class KeptDocuments {

  private static final int OK = 200;

  /** What a browser may make of a document; anything else it only stores. */
  private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

  /**
   * A document, on its way.
   *
   * @param type its media type; none that a browser would run
   */
  record Fetched(OtherService.Content content, String type) {

    /** Whether a browser shows it. */
    boolean shown() {
      return SHOWN.contains(type);
    }
  }

  private final OtherService intake;

  KeptDocuments(@ConfigProperty(name = "writ.intake.url") URI intake, ObjectMapper json) {
    this.intake =
        new OtherService(
            intake,
            json,
            "The service that keeps documents gives none at this moment; try again later.");
  }

  /**
   * Fetches a document.
   *
   * @param token access token of the reviewer
   * @throws io.quarkiverse.resteasy.problem.HttpProblem what intake refuses it with, or 503
   */
  Fetched fetch(String caseId, String documentId, String token) {
    HttpResponse<java.io.InputStream> answer =
        intake.send(
            intake
                .call("/v1/requests/%s/documents/%s".formatted(caseId, documentId), token)
                .GET()
                .build(),
            Set.of(OK));
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return new Fetched(
        OtherService.Content.of(answer), SHOWN.contains(type) ? type : "application/octet-stream");
  }
}
