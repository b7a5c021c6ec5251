package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CallBackDetails;
import org.writ.events.review.CaseDocumentDetails;
import org.writ.events.review.CaseMessageDetails;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.DecisionObjected;

/** What went to and fro about a case, with its sealed parts opened: for recorded readers only. */
@ApplicationScoped
class Correspondence {

  private final CaseRows rows;
  private final CaseKeys keys;

  Correspondence(CaseRows rows, CaseKeys keys) {
    this.rows = rows;
    this.keys = keys;
  }

  List<CaseView.Document> documents(String caseId) {
    return rows.documents(caseId).stream().map(this::document).toList();
  }

  private CaseView.Document document(DocumentRow row) {
    return new CaseView.Document(
        row.documentId,
        row.kind,
        row.sealedDetails()
            .flatMap(part -> keys.open(part, CaseDocumentDetails.class))
            .map(CaseDocumentDetails::getFileName)
            .orElse(null),
        row.mediaType,
        row.size,
        row.sha256,
        row.scan,
        row.addedAt,
        "/v1/cases/%s/documents/%s".formatted(row.caseId, row.documentId));
  }

  List<CaseView.Message> messages(String caseId) {
    return rows.messages(caseId).stream()
        .map(row -> new CaseView.Message(kind(row.type), row.at, row.saidBy, text(row)))
        .toList();
  }

  private @Nullable String text(MessageRow row) {
    Optional<CaseMessageDetails> details =
        row.sealedText().flatMap(part -> keys.open(part, CaseMessageDetails.class));
    return details.map(CaseMessageDetails::getText).orElse(null);
  }

  private static String kind(String type) {
    if (type.equals(ClarificationRequested.getClassSchema().getFullName())) {
      return "QUESTION";
    }
    if (type.equals(ClarificationReceived.getClassSchema().getFullName())) {
      return "ANSWER";
    }
    if (type.equals(CaseReopened.getClassSchema().getFullName())) {
      return "APPEAL";
    }
    return type.equals(DecisionObjected.getClassSchema().getFullName())
        ? "OBJECTION"
        : "SUPPLEMENT";
  }

  List<CaseView.Call> calls(String caseId) {
    return rows.calls(caseId).stream()
        .map(
            row ->
                new CaseView.Call(
                    row.at,
                    row.calledBy,
                    row.outcome,
                    row.number,
                    row.sealedNote()
                        .flatMap(part -> keys.open(part, CallBackDetails.class))
                        .map(CallBackDetails::getNote)
                        .orElse(null)))
        .toList();
  }
}
