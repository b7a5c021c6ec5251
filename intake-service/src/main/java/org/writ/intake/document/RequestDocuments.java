package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.intake.DocumentDetails;
import org.writ.intake.request.SubmittedRequests;
import org.writ.web.problem.Problems;

/** The documents of requests, opened for whoever may see them. */
@ApplicationScoped
public class RequestDocuments {

  private final Transactions transactions;
  private final SubmittedRequests requests;
  private final DocumentRows rows;
  private final DocumentContent content;
  private final CaseKeys keys;

  RequestDocuments(
      Transactions transactions,
      SubmittedRequests requests,
      DocumentRows rows,
      DocumentContent content,
      CaseKeys keys) {
    this.transactions = transactions;
    this.requests = requests;
    this.rows = rows;
    this.content = content;
    this.keys = keys;
  }

  /**
   * A document whose bytes can be read.
   *
   * @param document what it is
   * @param bytes the document itself; to be read once, to its end
   */
  public record Opened(DocumentView document, InputStream bytes) {}

  /** The documents of an agency's own request; empty if it has no such request. */
  public Optional<List<DocumentView>> list(String agency, String requestId) {
    return transactions.call(
        () ->
            requests
                .find(agency, requestId)
                .map(_ -> rows.ofRequest(requestId).stream().map(this::view).toList()));
  }

  /**
   * Opens a document of an agency's own request.
   *
   * @return empty if the agency has no such document
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 410 if its bytes are no longer there
   */
  public Optional<Opened> open(String agency, String requestId, String documentId) {
    return transactions
        .call(
            () ->
                requests
                    .find(agency, requestId)
                    .flatMap(_ -> rows.ofRequest(requestId, documentId).map(this::view)))
        .map(document -> opened(requestId, document));
  }

  /**
   * Opens a document of any request, for whoever acts for no agency.
   *
   * @return empty if there is no such document
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if it has yet to be scanned or never
   *     can be, 410 if its bytes are no longer there
   */
  Optional<Opened> openOfAny(String requestId, String documentId) {
    var document = transactions.call(() -> rows.ofRequest(requestId, documentId).map(this::view));
    var scan = document.map(DocumentView::scan);
    if (scan.filter(Scan.UNSCANNED::equals).isPresent()) {
      throw Problems.conflict("The document has yet to be scanned for viruses; try again later.");
    }
    if (scan.filter(Scan.UNSCANNABLE::equals).isPresent()) {
      throw Problems.conflict("The document is too large for the virus scanner and stays held.");
    }
    return document.map(found -> opened(requestId, found));
  }

  private Opened opened(String requestId, DocumentView document) {
    if (document.scan() == Scan.INFECTED) {
      throw Problems.gone("The document was infected; its bytes are deleted.");
    }
    return new Opened(
        document,
        keys.decrypting(
                requestId, SpooledDocument.associated(document.id()), content.open(document.id()))
            .orElseThrow(() -> Problems.gone("The request is erased.")));
  }

  /** With the document's name, if the case is not erased. */
  DocumentView view(DocumentRow row) {
    var sealed = row.sealedDetails();
    return DocumentView.of(
        row, sealed == null ? Optional.empty() : keys.open(sealed, DocumentDetails.class));
  }
}
