package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/**
 * What other rooms may know about requests, without anything about persons. In the current
 * transaction, if there is one.
 */
@ApplicationScoped
public class SubmittedRequests {

  private final RequestRows rows;

  SubmittedRequests(RequestRows rows) {
    this.rows = rows;
  }

  /**
   * A request.
   *
   * @param id its id
   * @param agency whose it is
   * @param process the legal process that it rests on
   * @param regime the law that the process is used under
   * @param status how far it has come
   * @param isFinal whether nothing more will happen with it
   * @param frozen whether its agency is suspended
   * @param receivedAt when it was received
   * @param version sequence of its newest event: what the next one is appended to
   * @param submissionDigest digest of the event that submitted it, hex; null in requests from
   *     before there was one
   */
  public record SubmittedRequest(
      String id,
      String agency,
      String process,
      String regime,
      RequestStatus status,
      boolean isFinal,
      boolean frozen,
      Instant receivedAt,
      long version,
      @Nullable String submissionDigest) {}

  /** A request, whoever's it is; empty if there is none. */
  public Optional<SubmittedRequest> find(String id) {
    return rows.findByIdOptional(id).map(SubmittedRequests::view);
  }

  /** A request of this agency; empty if there is none or it is another's. */
  public Optional<SubmittedRequest> find(String agency, String id) {
    return rows.findOwn(agency, id).map(SubmittedRequests::view);
  }

  private static SubmittedRequest view(RequestRow row) {
    var standing = Standing.of(row);
    return new SubmittedRequest(
        row.id,
        row.agency,
        row.process,
        row.regime,
        row.status,
        standing.isFinal(),
        standing.frozen(),
        row.receivedAt,
        row.version,
        row.submissionDigest);
  }
}
