package org.writ.intake.document;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Ids;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.intake.agency.RegisteredAgencies;
import org.writ.intake.request.SubmittedRequests;
import org.writ.web.problem.Problems;

/** Takes a document of an agency's own request in. */
@ApplicationScoped
public class ReceiveDocument {

  /** Others change the same request rarely, and for moments. */
  private static final int ATTEMPTS = 5;

  private final Transactions transactions;
  private final CaseKeys keys;
  private final RegisteredAgencies agencies;
  private final SubmittedRequests requests;
  private final CheckDocument check;
  private final AcceptDocument accept;
  private final DocumentConfig config;
  private final Ids ids;

  ReceiveDocument(
      Transactions transactions,
      CaseKeys keys,
      RegisteredAgencies agencies,
      SubmittedRequests requests,
      CheckDocument check,
      AcceptDocument accept,
      DocumentConfig config,
      Ids ids) {
    this.transactions = transactions;
    this.keys = keys;
    this.agencies = agencies;
    this.requests = requests;
    this.check = check;
    this.accept = accept;
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
   * @param kind what it is for; null: the order if it is the first document of a request that is no
   *     emergency, else a supplement
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
          AcceptDocument.own(requests, agency, sent.requestId());
        });
    try (var spooled = spool(sent.requestId(), body)) {
      if (!spooled.matches(digest)) {
        throw Problems.invalid("The body is not the one that the header Content-Digest is about.");
      }
      var document = check.check(spooled, fileName, sent.kind());
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

  private Received accept(
      String agency, String requestId, NewDocument document, SpooledDocument spooled, Actor actor) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(() -> accept.accept(agency, requestId, document, spooled, actor));
      } catch (ConcurrentChange change) {
        // Somebody else's step of the same request, or the same document twice at once: look again.
        if (attempt == ATTEMPTS) {
          throw change;
        }
      }
    }
  }
}
