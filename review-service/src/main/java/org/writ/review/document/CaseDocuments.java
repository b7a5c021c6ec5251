package org.writ.review.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.eventlog.Actor;
import org.writ.pages.OtherService;
import org.writ.review.casework.Casework;

/**
 * Hands documents of cases to reviewers. Intake keeps them and gives them to this service, not to
 * reviewers: it does not know who is in a conflict of interest, and records no reading. Both is
 * done here. Thread-safe.
 */
@ApplicationScoped
public class CaseDocuments {

  private static final int OK = 200;

  /** Said when nothing can be fetched, whatever the reason. */
  static final String UNAVAILABLE =
      "The service that keeps documents gives none at this moment; try again later.";

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /** What a browser may make of a document; anything else it only stores. */
  private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

  /**
   * A document, on its way.
   *
   * @param content its bytes, to be read and closed
   * @param type its media type; none that a browser would run
   */
  public record Fetched(OtherService.Content content, String type) {

    /** Whether a browser shows it. */
    public boolean shown() {
      return SHOWN.contains(type);
    }
  }

  private final Casework casework;
  private final ServiceToken token;
  private final OtherService intake;

  CaseDocuments(
      Casework casework,
      ServiceToken token,
      @ConfigProperty(name = "writ.intake.url") URI intake,
      ObjectMapper json) {
    this.casework = casework;
    this.token = token;
    this.intake = new OtherService(intake, json, UNAVAILABLE);
  }

  /**
   * Fetches a document, which is a reading of the case.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such case for this
   *     reviewer, or no such document of it; 409 if it has yet to be scanned; 410 if its bytes are
   *     no longer there; 503 if intake cannot be asked
   */
  public Fetched fetch(String caseId, String documentId, Actor reviewer) {
    casework.readItems(caseId, 0, 1, reviewer);
    return fetch(caseId, documentId);
  }

  /**
   * Fetches a document for whoever may read it, whose reading is recorded already.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as above
   */
  public Fetched fetch(String caseId, String documentId) {
    HttpResponse<InputStream> answer =
        intake.send(
            intake
                .call("/v1/requests/%s/documents/%s".formatted(caseId, documentId), token.current())
                .GET()
                .build(),
            Set.of(OK));
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return new Fetched(OtherService.Content.of(answer), SHOWN.contains(type) ? type : UNKNOWN_TYPE);
  }
}
