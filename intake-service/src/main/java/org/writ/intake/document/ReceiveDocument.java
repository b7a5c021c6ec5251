package org.writ.intake.document;

import static io.quarkiverse.resteasy.problem.HttpProblem.valueOf;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.Ids;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.document.DocumentRules.Outcome;
import org.writ.intake.request.SubmittedRequests;
import org.writ.intake.request.SubmittedRequests.SubmittedRequest;
import org.writ.web.problem.Problems;

/** Takes a document of an agency's own request in. */
@ApplicationScoped
public class ReceiveDocument {

  /** Others change the same request rarely, and for moments. */
  private static final int ATTEMPTS = 5;

  private static final int RETRY_AFTER_SECONDS = 60;

  private final Transactions transactions;
  private final EventLog log;
  private final CaseKeys keys;
  private final RegisteredAgencies agencies;
  private final SubmittedRequests requests;
  private final RequestDocuments documents;
  private final DocumentRows rows;
  private final DocumentContent content;
  private final ScanDocument scanner;
  private final DocumentConfig config;
  private final Ids ids;

  ReceiveDocument(
      Transactions transactions,
      EventLog log,
      CaseKeys keys,
      RegisteredAgencies agencies,
      SubmittedRequests requests,
      RequestDocuments documents,
      DocumentRows rows,
      DocumentContent content,
      ScanDocument scanner,
      DocumentConfig config,
      Ids ids) {
    this.transactions = transactions;
    this.log = log;
    this.keys = keys;
    this.agencies = agencies;
    this.requests = requests;
    this.documents = documents;
    this.rows = rows;
    this.content = content;
    this.scanner = scanner;
    this.config = config;
    this.ids = ids;
  }

  /**
   * What came of it.
   *
   * @param document as the request has it now
   * @param isNew false if the request had it already
   */
  public record Received(DocumentView document, boolean isNew) {}

  /**
   * What an agency sends.
   *
   * @param requestId the request that it belongs to
   * @param fileName as the agency calls it
   * @param kind what it is for; null: the order if it is the first document, else a supplement
   * @param contentDigest the header of RFC 9530; null if it was not sent
   */
  public record Sent(
      String requestId,
      String fileName,
      @Nullable DocumentKind kind,
      @Nullable String contentDigest) {}

  /**
   * Takes a document in; returns once it is committed. A repetition of an accepted one gets the
   * same answer.
   *
   * @param body the document, from its start; read at most to the first byte too many
   * @throws org.writ.intake.agency.AgencyRefusal (403) if the agency may not act
   * @throws HttpProblem 400 if the digest's header is malformed or the body breaks off, 404 if the
   *     agency has no such request, 409 if the request does not take it, 413 if it is too large,
   *     415 if it is of no type that is taken, 422 if its name, digest or content is refused, 503
   *     if it cannot be scanned now
   */
  public Received receive(String agency, Sent sent, InputStream body, Actor actor) {
    var digest = ContentDigest.parse(sent.contentDigest());
    var fileName = FileName.parse(sent.fileName());
    // In a transaction that ends here: no connection is held while the body arrives, however
    // slowly.
    transactions.run(
        () -> {
          agencies.active(agency);
          own(agency, sent.requestId());
        });
    try (var spooled = spool(sent.requestId(), body)) {
      if (!spooled.matches(digest)) {
        throw Problems.invalid("The body is not the one that the header Content-Digest is about.");
      }
      var type = type(spooled);
      inspect(type, spooled);
      var document =
          new NewDocument(
              spooled.documentId(),
              fileName,
              sent.kind(),
              type,
              spooled.size(),
              spooled.sha256(),
              scan(spooled));
      return accept(agency, sent.requestId(), document, spooled, actor);
    } catch (IOException failure) {
      throw new UncheckedIOException("A document in the spool cannot be read", failure);
    }
  }

  private SpooledDocument spool(String requestId, InputStream body) {
    try {
      return SpooledDocument.read(
          keys, requestId, ids.next().toString(), body, config.maxSize().asLongValue());
    } catch (IOException _) {
      throw Problems.malformed("The body ended before it was complete.");
    }
  }

  private static DocumentType type(SpooledDocument document) {
    if (document.size() == 0) {
      throw Problems.invalid("The body is empty; send the document.");
    }
    byte[] head = document.head();
    return DocumentType.of(head)
        .orElseThrow(
            () ->
                valueOf(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "PDF, JPEG, PNG, TIFF and ASiC are taken, from their first byte on; this looks like %s."
                        .formatted(DocumentType.found(head))));
  }

  private static void inspect(DocumentType type, SpooledDocument document) throws IOException {
    try {
      Inspection.check(type, document.size(), document);
    } catch (UnsafeDocument refused) {
      throw Problems.invalid(refused.why());
    }
  }

  private Scan scan(SpooledDocument document) throws IOException {
    if (!scanner.isConfigured()) {
      return Scan.NO_SCANNER;
    }
    Verdict verdict;
    try (InputStream bytes = document.open()) {
      verdict = scanner.scan(document.documentId(), bytes);
    }
    return switch (verdict) {
      case Verdict.Clean _ -> Scan.CLEAN;
      case Verdict.Infected(String signature) ->
          throw Problems.invalid(
              "The virus scanner found %s in the document; nothing was kept.".formatted(signature));
      case Verdict.Unreachable _, Verdict.NotScanned _ -> {
        if (scanner.holdsUnscanned()) {
          yield Scan.UNSCANNED;
        }
        throw HttpProblem.builder()
            .withStatus(Status.SERVICE_UNAVAILABLE)
            .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
            .withDetail("The document cannot be scanned for viruses now; send it again later.")
            .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
            .build();
      }
    };
  }

  private Received accept(
      String agency, String requestId, NewDocument document, SpooledDocument spooled, Actor actor) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(
            () -> {
              // A suspension of this moment waits until the document is there, or is seen here.
              agencies.holdActive(List.of(agency));
              agencies.active(agency);
              var request = own(agency, requestId);
              return switch (DocumentRules.decide(
                  request, known(requestId), document, config.maxCount())) {
                case Outcome.Accepted(NewEvent event) -> append(requestId, event, spooled, actor);
                case Outcome.Repeated(String id) -> new Received(view(id), false);
                case Outcome.Conflict(String detail) -> throw Problems.conflict(detail);
              };
            });
      } catch (ConcurrentChange change) {
        // Somebody else's step of the same request, or the same document twice at once: look again.
        if (attempt == ATTEMPTS) {
          throw change;
        }
      }
    }
  }

  private Received append(String requestId, NewEvent event, SpooledDocument spooled, Actor actor) {
    log.append(
        Topic.INTAKE_REQUESTS,
        requestId,
        log.version(Topic.INTAKE_REQUESTS, requestId),
        actor,
        null,
        List.of(event));
    try {
      content.store(spooled.documentId(), spooled.ciphertext());
    } catch (IOException failure) {
      throw new UncheckedIOException("A document in the spool cannot be read", failure);
    }
    return new Received(view(spooled.documentId()), true);
  }

  private SubmittedRequest own(String agency, String requestId) {
    return requests
        .find(agency, requestId)
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }

  private List<KnownDocument> known(String requestId) {
    return rows.ofRequest(requestId).stream()
        .map(documents::view)
        .map(
            view ->
                new KnownDocument(
                    view.id(), view.fileName(), view.sha256(), Scan.valueOf(view.scan())))
        .toList();
  }

  private DocumentView view(String documentId) {
    DocumentRow row = rows.findById(documentId);
    return documents.view(row);
  }
}
