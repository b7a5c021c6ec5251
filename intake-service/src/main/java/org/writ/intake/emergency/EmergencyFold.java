package org.writ.intake.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.EmergencyFacts;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;

/** How the tables of emergencies follow from {@code intake.requests}. */
@ApplicationScoped
class EmergencyFold implements Fold {

  private static final String ORDER = "ORDER";
  private static final String INFECTED = "INFECTED";

  private final EmergencyRows rows;

  EmergencyFold(EmergencyRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("emergency", "emergency_order");
  }

  @Override
  public void apply(Event event) {
    String requestId = event.envelope().subject();
    switch (event.data()) {
      case RequestSubmitted submitted -> submitted(requestId, submitted);
      case RequestProgressed progressed -> {
        if (progressed.getStatus() == RequestStatus.REFUSED) {
          ended(requestId, true);
        } else if (progressed.getDueAt() != null) {
          ended(requestId, false);
        }
      }
      case RequestWithdrawn _ -> ended(requestId, true);
      case DocumentReceived received -> received(requestId, received);
      case DocumentScanned scanned -> scanned(scanned);
      case OrderOverdue _ ->
          Objects.requireNonNull(
                      rows.findById(requestId), "An order is overdue that was never to come")
                  .overdue =
              true;
      case ClarificationAsked _,
          ClarificationAnswered _,
          RequestSupplemented _,
          RequestFrozen _,
          RequestUnfrozen _,
          PreservationExtended _ -> {}
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void submitted(String requestId, RequestSubmitted submitted) {
    EmergencyFacts facts = submitted.getEmergency();
    if (facts == null) {
      return;
    }
    var row = new EmergencyRow();
    row.requestId = requestId;
    row.agency = submitted.getAgency();
    row.senderFingerprint = submitted.getSenderFingerprint();
    row.receivedAt = submitted.getReceivedAt();
    row.orderDueAt = facts.getOrderDueAt();
    rows.persist(row);
  }

  /** Nothing has to follow what is over, unless a refusal is appealed against. */
  private void ended(String requestId, boolean ended) {
    var row = rows.findById(requestId);
    if (row != null) {
      row.ended = ended;
    }
  }

  private void received(String requestId, DocumentReceived received) {
    if (received.getKind().equals(ORDER) && rows.findById(requestId) != null) {
      var order = new EmergencyOrderRow();
      order.documentId = received.getDocumentId();
      order.requestId = requestId;
      order.scan = received.getScan();
      rows.add(order);
    }
  }

  private void scanned(DocumentScanned scanned) {
    var order = rows.order(scanned.getDocumentId());
    if (order == null) {
      return;
    }
    if (scanned.getScan().equals(INFECTED)) {
      rows.remove(order);
    } else {
      order.scan = scanned.getScan();
    }
  }
}
