package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.intake.HandoverAcknowledgementRefused;
import org.writ.events.intake.HandoverMessageAnswered;
import org.writ.events.intake.HandoverObjectKept;
import org.writ.events.intake.HandoverOutcome;
import org.writ.events.intake.HandoverPackageAcknowledged;

/** How the tables of the interface follow from {@code intake.handovers}. */
@ApplicationScoped
class HandoverFold implements Fold {

  private final HandoverRows rows;

  HandoverFold(HandoverRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_HANDOVERS;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "handover_message",
        "handover_outcome",
        "handover_object",
        "handover_request",
        "handover_acknowledgement");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case HandoverMessageAnswered answered -> answered(event.envelope(), answered);
      case HandoverObjectKept kept -> kept(event, kept);
      case HandoverPackageAcknowledged acknowledged -> acknowledged(event.envelope(), acknowledged);
      case HandoverAcknowledgementRefused refused -> refused(event.envelope(), refused);
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
    rows.flush();
  }

  /** A message that was refused as a whole may be sent again, corrected, and is not remembered. */
  private void answered(Envelope envelope, HandoverMessageAnswered answered) {
    String transaction = answered.getTransaction();
    if (transaction == null || answered.getErrorCode() != 0) {
      return;
    }
    var row = new MessageRow();
    row.agency = envelope.subject();
    row.transactionId = transaction.toLowerCase(Locale.ROOT);
    row.sha256 = answered.getSha256();
    row.answeredAt = envelope.time();
    rows.add(row);
    int place = 0;
    for (HandoverOutcome outcome : answered.getOutcomes()) {
      rows.add(outcome(row, place++, outcome));
    }
  }

  private static OutcomeRow outcome(MessageRow message, int place, HandoverOutcome outcome) {
    var row = new OutcomeRow();
    row.agency = message.agency;
    row.transactionId = message.transactionId;
    row.place = place;
    row.action = outcome.getAction();
    row.verb = outcome.getVerb();
    row.objectId = outcome.getObject();
    row.errorCode = outcome.getErrorCode();
    row.fault = outcome.getFault();
    return row;
  }

  private void kept(Event event, HandoverObjectKept kept) {
    var row = rows.object(kept.getAgency(), kept.getObjectId());
    boolean isNew = row == null;
    if (row == null) {
      row = new ObjectRow();
      row.agency = kept.getAgency();
      row.objectId = kept.getObjectId();
    }
    row.requestId = event.envelope().subject();
    row.objectType = kept.getObjectType();
    row.itemId = kept.getItemId();
    row.generation = kept.getGeneration();
    row.changedAt = event.envelope().time();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.sealedEvent = event.envelope().id().toString();
    if (isNew) {
      rows.add(row);
    }
    said(event.envelope(), kept.getAgency());
  }

  private void acknowledged(Envelope envelope, HandoverPackageAcknowledged acknowledged) {
    var row = rows.acknowledgement(envelope.subject());
    boolean isNew = row == null;
    if (row == null) {
      row = new AcknowledgementRow();
      row.requestId = envelope.subject();
      row.agency = acknowledged.getAgency();
      row.deliveryId = acknowledged.getDeliveryId();
    }
    change(row, envelope, null);
    if (isNew) {
      rows.add(row);
    }
    said(envelope, row.agency);
  }

  private void refused(Envelope envelope, HandoverAcknowledgementRefused refused) {
    var row = rows.acknowledgement(envelope.subject());
    if (row == null) {
      throw new IllegalStateException("Nothing was acknowledged that could be refused");
    }
    change(row, envelope, refused.getReason());
    said(envelope, row.agency);
  }

  /** Something was said about the request that the event is about. */
  private void said(Envelope envelope, String agency) {
    var row = rows.request(envelope.subject());
    if (row != null) {
      row.changedAt = envelope.time().isAfter(row.changedAt) ? envelope.time() : row.changedAt;
      return;
    }
    row = new HandedRequestRow();
    row.requestId = envelope.subject();
    row.agency = agency;
    row.changedAt = envelope.time();
    rows.add(row);
  }

  private static void change(AcknowledgementRow row, Envelope envelope, @Nullable String refusal) {
    row.refusal = refusal;
    row.changes++;
    row.changedAt = envelope.time();
  }
}
