package org.writ.intake.document;

import static io.quarkiverse.resteasy.problem.HttpProblem.valueOf;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * Looks at all of a document before anything of it is kept: its type, what is inside, viruses. Not
 * in a transaction, as the scanner may take long.
 */
@ApplicationScoped
class CheckDocument {

  private static final int RETRY_AFTER_SECONDS = 60;

  private final ScanDocument scanner;

  CheckDocument(ScanDocument scanner) {
    this.scanner = scanner;
  }

  /**
   * The document, if it may be taken.
   *
   * @param kind what the agency says it is for; null: the order if it is the first of a request
   *     that is no emergency, else a supplement
   * @throws HttpProblem 415 if it is of no type that is taken, 422 if its content is refused, 503
   *     if it cannot be scanned now
   * @throws IOException if it cannot be read
   */
  NewDocument check(ArrivedDocument document, FileName fileName, @Nullable DocumentKind kind)
      throws IOException {
    var type = type(document);
    inspect(type, document);
    return new NewDocument(
        document.documentId(),
        fileName,
        kind,
        type,
        document.size(),
        document.sha256(),
        scan(document));
  }

  private static DocumentType type(ArrivedDocument document) {
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

  private static void inspect(DocumentType type, ArrivedDocument document) throws IOException {
    try {
      Inspection.check(type, document.size(), document);
    } catch (UnsafeDocument refused) {
      throw Problems.invalid(refused.why());
    }
  }

  private Scan scan(ArrivedDocument document) throws IOException {
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
      case Verdict.TooLarge _ ->
          throw Problems.invalid(
              "The document is larger than what the virus scanner takes; hand in a smaller one.");
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
}
