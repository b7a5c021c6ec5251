package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.intake.DeliveryReference;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.ItemProgress;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestedItem;

/** How the tables of requests follow from {@code intake.requests}. */
@ApplicationScoped
class RequestFold implements Fold {

  private final RequestRows rows;

  RequestFold(RequestRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("request", "request_item", "request_history");
  }

  @Override
  public void apply(Event event) {
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event> events) {
    events.forEach(this::step);
    // Whoever appends learns here, and not at commit, that another request has the same key.
    rows.flush();
  }

  private void step(Event event) {
    switch (event.data()) {
      case RequestSubmitted submitted -> submitted(event, submitted);
      case RequestProgressed progressed -> progressed(event.envelope(), progressed);
      case DocumentReceived _, DocumentScanned _, OrderOverdue _ ->
          Objects.requireNonNull(rows.findById(event.envelope().subject())).version =
              event.envelope().sequence();
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  private void submitted(Event event, RequestSubmitted submitted) {
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
    row.version = event.envelope().sequence();
    rows.persist(row);
    int position = 0;
    for (RequestedItem item : submitted.getItems()) {
      rows.add(item(row.id, position++, item));
    }
    rows.add(history(event.envelope(), row));
  }

  private void progressed(Envelope envelope, RequestProgressed progressed) {
    var row = rows.findById(envelope.subject());
    if (row == null) {
      throw new IllegalArgumentException("A step of a request that was never submitted");
    }
    row.version = envelope.sequence();
    DeliveryReference delivery = progressed.getDelivery();
    if (delivery != null) {
      row.deliveryId = delivery.getDeliveryId();
      row.deliverySha256 = delivery.getSha256();
      row.deliverySize = delivery.getSize();
      row.deliveryExpiresAt = delivery.getExpiresAt();
    }
    apply(progressed.getItems(), row.id);
    if (row.status != progressed.getStatus()) {
      row.status = progressed.getStatus();
      rows.add(history(envelope, row));
    }
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
