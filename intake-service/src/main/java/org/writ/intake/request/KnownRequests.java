package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/** What other rooms may know of requests. */
@ApplicationScoped
public class KnownRequests {

  /**
   * A request, without what is about persons.
   *
   * @param agency whose it is
   * @param status how far it has come
   * @param submissionDigest digest (hex) of the event that it was submitted with; null if it was
   *     submitted before digests were kept and the tables were not rebuilt since
   */
  public record KnownRequest(
      String id, String agency, RequestStatus status, @Nullable String submissionDigest) {}

  private final RequestRows rows;

  KnownRequests(RequestRows rows) {
    this.rows = rows;
  }

  /** A request as the current transaction sees it; empty if there is none. */
  public Optional<KnownRequest> find(String id) {
    return rows.findByIdOptional(id)
        .map(row -> new KnownRequest(row.id, row.agency, row.status, row.submissionDigest));
  }
}
