package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DeliveryReference;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;
import org.writ.events.intake.RequestedItem;

/** How the tables of requests follow from {@code intake.requests}. */
@ApplicationScoped
class RequestFold implements Fold {

  private final RequestRows rows;
  private final NewRows newRows;

  RequestFold(RequestRows rows, NewRows newRows) {
    this.rows = rows;
    this.newRows = newRows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("request", "request_item", "request_history", "request_message");
  }

  @Override
  public void apply(Event event) {
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event> events) {
    int next = 0;
    while (next < events.size()) {
      int begun = next;
      while (next < events.size() && events.get(next).data() instanceof RequestSubmitted) {
        next++;
      }
      submitted(events.subList(begun, next));
      if (next < events.size()) {
        changed(events.get(next++));
      }
    }
  }

  private void submitted(List<Event> events) {
    var requests = new ArrayList<RequestRow>(events.size());
    var items = new ArrayList<ItemRow>(events.size());
    var history = new ArrayList<HistoryRow>(events.size());
    for (Event event : events) {
      var submitted = (RequestSubmitted) event.data();
      RequestRow row = submitted(event, submitted);
      requests.add(row);
      int position = 0;
      for (RequestedItem item : submitted.getItems()) {
        items.add(item(row.id, position++, item));
      }
      history.add(history(event.envelope(), row));
    }
    newRows.add(requests, items, history);
  }

  private static RequestRow submitted(Event event, RequestSubmitted submitted) {
    var row = new RequestRow();
    row.id = event.envelope().subject();
    row.agency = submitted.getAgency();
    row.idempotencyKeyHash = submitted.getIdempotencyKeyHash();
    row.country = submitted.getCountry();
    row.process = submitted.getProcess();
    row.regime = submitted.getRegime();
    row.status = RequestStatus.RECEIVED;
    row.receivedAt = submitted.getReceivedAt();
    row.dueAt = submitted.getDueAt();
    row.deadlineRule = submitted.getDeadlineRule();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.sealedEvent = event.envelope().id().toString();
    row.submissionDigest = event.digest().hex();
    row.channel = submitted.getChannel();
    row.itemCount = submitted.getItems().size();
    row.orderFingerprint = submitted.getOrderFingerprint();
    row.orderPlace = submitted.getOrderPlace();
    row.duplicateOf = submitted.getDuplicateOf();
    row.objectionUntil = submitted.getObjectionUntil();
    row.clarificationStopsClock = submitted.getClarificationStopsClock();
    row.version = event.envelope().sequence();
    return row;
  }

  private void changed(Event event) {
    var envelope = event.envelope();
    var row = rows.findById(envelope.subject());
    if (row == null) {
      throw new IllegalArgumentException("A step of a request that was never submitted");
    }
    row.version = envelope.sequence();
    switch (event.data()) {
      case RequestProgressed progressed -> progressed(envelope, row, progressed);
      case ClarificationAsked asked -> {
        row.question = asked.getQuestion();
        // A second question lets the deadline wait no longer than the first one did.
        row.clockStoppedAt =
            row.clockStoppedAt == null ? asked.getClockStoppedAt() : row.clockStoppedAt;
        message(event, MessageKind.QUESTION, asked.getQuestion(), null);
        reach(envelope, row, RequestStatus.CLARIFICATION_REQUESTED);
      }
      case ClarificationAnswered answered -> {
        row.dueAt = answered.getDueAt();
        message(event, MessageKind.ANSWER, answered.getQuestion(), answered.getDueAt());
        reach(envelope, row, RequestStatus.UNDER_REVIEW);
      }
      case RequestSupplemented _ -> message(event, MessageKind.SUPPLEMENT, null, null);
      case RequestWithdrawn _ -> {
        message(event, MessageKind.WITHDRAWAL, null, null);
        reach(envelope, row, RequestStatus.WITHDRAWN);
      }
      case RequestFrozen frozen -> row.frozenBy = frozen.getSuspension();
      case RequestUnfrozen _ -> row.frozenBy = null;
      case PreservationExtended extended -> {
        row.preservedUntil = extended.getUntil();
        row.extensions = extended.getExtension();
        row.extensionRule = extended.getRule();
      }
      // Rows of other rooms follow from these.
      case DocumentReceived _, DocumentScanned _, OrderOverdue _ -> {}
      default -> throw new IllegalArgumentException("Unknown type " + envelope.type());
    }
  }

  private void progressed(Envelope envelope, RequestRow row, RequestProgressed progressed) {
    DeliveryReference delivery = progressed.getDelivery();
    if (delivery != null) {
      row.deliveryId = delivery.getDeliveryId();
      row.deliverySha256 = delivery.getSha256();
      row.deliverySize = delivery.getSize();
      row.deliveryExpiresAt = delivery.getExpiresAt();
    }
    if (progressed.getPreservedUntil() != null) {
      row.preservedUntil = progressed.getPreservedUntil();
    }
    if (progressed.getDueAt() != null) {
      row.dueAt = progressed.getDueAt();
      rows.items(row.id).forEach(ItemRow::forgetDecision);
    }
    apply(progressed.getItems(), row.id);
    reach(envelope, row, progressed.getStatus());
  }

  /** Nothing is asked any more in another state than that of a question. */
  private void reach(Envelope envelope, RequestRow row, RequestStatus status) {
    if (status != RequestStatus.CLARIFICATION_REQUESTED) {
      row.question = null;
      row.clockStoppedAt = null;
    }
    if (row.status != status) {
      row.status = status;
      rows.add(history(envelope, row));
    }
  }

  private void message(
      Event event, MessageKind kind, @Nullable String question, @Nullable Instant dueAt) {
    var row = new MessageRow();
    row.requestId = event.envelope().subject();
    row.sequence = event.envelope().sequence();
    row.kind = kind;
    row.at = event.envelope().time();
    row.question = question;
    row.dueAt = dueAt;
    row.eventId = event.envelope().id().toString();
    row.eventType = event.envelope().type();
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    rows.add(row);
  }

  private void apply(List<ItemProgress> steps, String requestId) {
    if (steps.isEmpty()) {
      return;
    }
    var items =
        rows.items(requestId).stream()
            .collect(Collectors.toMap(item -> item.itemId, Function.identity()));
    for (ItemProgress step : steps) {
      var item = items.get(step.getItemId());
      if (item == null) {
        throw new IllegalArgumentException("A step of an item that the request does not have");
      }
      item.apply(step);
    }
  }

  private static ItemRow item(String requestId, int position, RequestedItem item) {
    var row = new ItemRow();
    row.itemId = item.getItemId();
    row.requestId = requestId;
    row.position = position;
    row.identifierType = item.getIdentifierType();
    row.identifierFingerprint = item.getIdentifierFingerprint();
    row.dataTypes = ItemRow.join(item.getDataTypes());
    row.periodFrom = item.getFrom();
    row.periodTo = item.getTo();
    return row;
  }

  private static HistoryRow history(Envelope envelope, RequestRow request) {
    var row = new HistoryRow();
    row.requestId = request.id;
    row.sequence = envelope.sequence();
    row.status = request.status;
    row.at = request.status == RequestStatus.RECEIVED ? request.receivedAt : envelope.time();
    return row;
  }
}
