package org.writ.intake.document;

import java.util.List;
import org.writ.eventlog.NewEvent;
import org.writ.events.intake.DocumentDetails;
import org.writ.events.intake.DocumentReceived;
import org.writ.intake.request.SubmittedRequests.SubmittedRequest;

/** Which documents a request takes. Pure. */
final class DocumentRules {

  private static final String EMERGENCY = "EMERGENCY";

  private DocumentRules() {}

  /** What follows from a document. */
  sealed interface Outcome {

    /** It is accepted. */
    record Accepted(NewEvent event) implements Outcome {}

    /** The request has it already. */
    record Repeated(String documentId) implements Outcome {}

    /**
     * Not possible in this state.
     *
     * @param detail a sentence for the agency
     */
    record Conflict(String detail) implements Outcome {}
  }

  /**
   * Decides on a document.
   *
   * @param known all documents of the request, in the order in which they came
   * @param maxDocuments that a request takes
   */
  static Outcome decide(
      SubmittedRequest request, List<KnownDocument> known, NewDocument document, int maxDocuments) {
    String name = document.fileName().value();
    for (KnownDocument earlier : known) {
      if (earlier.isHeld() && name.equals(earlier.fileName())) {
        return earlier.sha256().equals(document.sha256())
            ? new Outcome.Repeated(earlier.documentId())
            : new Outcome.Conflict(
                "The request has another document of this name; give it a new one.");
      }
    }
    if (request.frozen()) {
      return new Outcome.Conflict("The request is frozen because its agency is suspended.");
    }
    if (known.size() >= maxDocuments) {
      return new Outcome.Conflict("A request takes at most %d documents.".formatted(maxDocuments));
    }
    DocumentKind kind = kind(request, document, known);
    if (!takes(request, kind)) {
      return new Outcome.Conflict("The request is answered and takes no more documents.");
    }
    return new Outcome.Accepted(received(document, kind));
  }

  /**
   * What the document is for, where the agency did not say: the first one is the order. Not of an
   * emergency: what confirms it afterwards has to be called the order, or anything would do.
   */
  private static DocumentKind kind(
      SubmittedRequest request, NewDocument document, List<KnownDocument> known) {
    DocumentKind said = document.kind();
    if (said != null) {
      return said;
    }
    return !request.process().equals(EMERGENCY) && known.stream().noneMatch(KnownDocument::isHeld)
        ? DocumentKind.ORDER
        : DocumentKind.SUPPLEMENT;
  }

  /**
   * An answered request takes none, except that the order which confirms an emergency comes after
   * the answer: Regulation (EU) 2023/1543, Article 4(5), gives 48 hours, the answer is due in 8.
   */
  private static boolean takes(SubmittedRequest request, DocumentKind kind) {
    return switch (request.status()) {
      case RECEIVED, UNDER_REVIEW, CLARIFICATION_REQUESTED, APPROVED, PARTLY_APPROVED, PRESERVED ->
          true;
      case NO_DATA, AVAILABLE, DELIVERED, EXPIRED ->
          kind == DocumentKind.ORDER && request.process().equals(EMERGENCY);
      case REFUSED, WITHDRAWN -> false;
      case UNKNOWN -> throw new IllegalStateException("The request's status is not known here");
    };
  }

  private static NewEvent received(NewDocument document, DocumentKind kind) {
    return NewEvent.sealed(
        DocumentReceived.newBuilder()
            .setDocumentId(document.documentId())
            .setKind(kind.name())
            .setMediaType(document.type().mediaType())
            .setSize(document.size())
            .setSha256(document.sha256())
            .setScan(document.scan().name())
            .build(),
        new DocumentDetails(document.fileName().value()));
  }
}
