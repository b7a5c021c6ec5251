package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.events.Topic;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.document.DocumentRules.Outcome;
import org.writ.intake.document.ReceiveDocument.Received;
import org.writ.intake.request.SubmittedRequests;
import org.writ.intake.request.SubmittedRequests.SubmittedRequest;
import org.writ.web.problem.Problems;

/** Accepts a document that was looked at, in the current transaction. */
@ApplicationScoped
class AcceptDocument {

  private final EventLog log;
  private final RegisteredAgencies agencies;
  private final SubmittedRequests requests;
  private final RequestDocuments documents;
  private final DocumentRows rows;
  private final DocumentContent content;
  private final DocumentConfig config;

  AcceptDocument(
      EventLog log,
      RegisteredAgencies agencies,
      SubmittedRequests requests,
      RequestDocuments documents,
      DocumentRows rows,
      DocumentContent content,
      DocumentConfig config) {
    this.log = log;
    this.agencies = agencies;
    this.requests = requests;
    this.documents = documents;
    this.rows = rows;
    this.content = content;
    this.config = config;
  }

  /**
   * Adds it to the agency's request; a repetition of an accepted one changes nothing.
   *
   * @throws org.writ.intake.agency.AgencyRefusal (403) if the agency may not act
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the agency has no such request, 409
   *     if the request does not take it
   * @throws org.writ.eventlog.ConcurrentChange if the request changed meanwhile
   */
  Received accept(
      String agency, String requestId, NewDocument document, ArrivedDocument arrived, Actor actor) {
    // A suspension of this moment waits until the document is there, or is seen here.
    agencies.holdActive(List.of(agency));
    agencies.active(agency);
    var request = own(requests, agency, requestId);
    return switch (DocumentRules.decide(request, known(requestId), document, config.maxCount())) {
      case Outcome.Accepted(NewEvent event) -> append(requestId, event, arrived, actor);
      case Outcome.Repeated(String id) -> new Received(view(id), false);
      case Outcome.Conflict(String detail) -> throw Problems.conflict(detail);
    };
  }

  private Received append(String requestId, NewEvent event, ArrivedDocument arrived, Actor actor) {
    log.append(
        Topic.INTAKE_REQUESTS,
        requestId,
        log.version(Topic.INTAKE_REQUESTS, requestId),
        actor,
        null,
        List.of(event));
    try {
      content.store(arrived.documentId(), arrived.ciphertext());
    } catch (IOException failure) {
      throw new UncheckedIOException("A document that arrived cannot be read", failure);
    }
    return new Received(view(arrived.documentId()), true);
  }

  /**
   * A request of the agency's own.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if it has none of this id
   */
  static SubmittedRequest own(SubmittedRequests requests, String agency, String requestId) {
    return requests
        .find(agency, requestId)
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }

  private List<KnownDocument> known(String requestId) {
    return rows.ofRequest(requestId).stream()
        .map(documents::view)
        .map(view -> new KnownDocument(view.id(), view.fileName(), view.sha256(), view.scan()))
        .toList();
  }

  private DocumentView view(String documentId) {
    DocumentRow row = rows.findById(documentId);
    return documents.view(row);
  }
}
