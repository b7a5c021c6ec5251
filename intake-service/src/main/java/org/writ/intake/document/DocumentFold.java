package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;

/** How the table of documents follows from {@code intake.requests}. */
@ApplicationScoped
class DocumentFold implements Fold {

  private final DocumentRows rows;

  DocumentFold(DocumentRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("document");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case DocumentReceived received -> received(event, received);
      case DocumentScanned scanned -> scanned(scanned);
      case RequestSubmitted _,
          RequestProgressed _,
          ClarificationAsked _,
          ClarificationAnswered _,
          RequestSupplemented _,
          RequestWithdrawn _,
          RequestFrozen _,
          RequestUnfrozen _,
          PreservationExtended _,
          OrderOverdue _ -> {}
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void received(Event event, DocumentReceived received) {
    var row = new DocumentRow();
    row.id = received.getDocumentId();
    row.requestId = event.envelope().subject();
    row.sequence = event.envelope().sequence();
    row.kind = received.getKind();
    row.mediaType = received.getMediaType();
    row.size = received.getSize();
    row.sha256 = received.getSha256();
    row.scan = received.getScan();
    row.receivedAt = event.envelope().time();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.sealedEvent = event.envelope().id().toString();
    rows.persist(row);
  }

  private void scanned(DocumentScanned scanned) {
    var row = rows.findById(scanned.getDocumentId());
    if (row == null) {
      throw new IllegalArgumentException("A scan of a document that was never received");
    }
    row.scan = scanned.getScan();
  }
}
