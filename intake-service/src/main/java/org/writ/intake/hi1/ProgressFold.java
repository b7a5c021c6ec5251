package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
import org.writ.events.intake.ItemResult;
import org.writ.events.intake.OrderOverdue;
import org.writ.events.intake.PreservationExtended;
import org.writ.events.intake.RequestFrozen;
import org.writ.events.intake.RequestProgressed;
import org.writ.events.intake.RequestStatus;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.intake.RequestSupplemented;
import org.writ.events.intake.RequestUnfrozen;
import org.writ.events.intake.RequestWithdrawn;

/**
 * What {@code intake.requests} tells of the objects of this interface beyond the history of their
 * request: each event that changes an object raises its generation and is its LastChanged, also
 * where the status stays what it was.
 */
@ApplicationScoped
class ProgressFold implements Fold {

  private static final String CHANNEL = "HI1";

  private static final Set<RequestStatus> DECIDED =
      EnumSet.of(RequestStatus.APPROVED, RequestStatus.PARTLY_APPROVED, RequestStatus.REFUSED);

  private static final Set<ItemResult> DECISIONS =
      EnumSet.of(ItemResult.APPROVED, ItemResult.REFUSED);

  private final HandoverRows rows;

  ProgressFold(HandoverRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.INTAKE_REQUESTS;
  }

  @Override
  public List<String> tables() {
    return List.of("handover_progress");
  }

  @Override
  public void apply(Event event) {
    switch (event.data()) {
      case RequestSubmitted submitted -> submitted(event.envelope(), submitted);
      case RequestProgressed progressed ->
          changed(event.envelope(), row -> progressed(row, progressed, event.envelope().time()));
      case PreservationExtended extended ->
          changed(
              event.envelope(),
              row -> preserved(row, extended.getUntil(), event.envelope().time()));
      case ClarificationAsked _,
          ClarificationAnswered _,
          RequestSupplemented _,
          RequestWithdrawn _,
          RequestFrozen _,
          RequestUnfrozen _,
          DocumentReceived _,
          DocumentScanned _,
          OrderOverdue _ ->
          changed(event.envelope(), row -> {});
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    }
  }

  /** Requests that came another way have no row. */
  private void changed(Envelope envelope, Consumer<ProgressRow> change) {
    var row = rows.progress(envelope.subject());
    if (row != null) {
      row.changedAt = envelope.time().isAfter(row.changedAt) ? envelope.time() : row.changedAt;
      change.accept(row);
    }
  }

  private void submitted(Envelope envelope, RequestSubmitted submitted) {
    if (!submitted.getChannel().equals(CHANNEL)) {
      return;
    }
    var row = new ProgressRow();
    row.requestId = envelope.subject();
    row.agency = submitted.getAgency();
    row.changedAt = envelope.time();
    rows.add(row);
  }

  private static void progressed(ProgressRow row, RequestProgressed progressed, Instant at) {
    Instant until = progressed.getPreservedUntil();
    if (until != null) {
      preserved(row, until, at);
    }
    // Else the step that it is a part of stands in the history.
    if (!DECIDED.contains(progressed.getStatus())
        && progressed.getItems().stream().anyMatch(item -> DECISIONS.contains(item.getOutcome()))) {
      row.decidedLateAt = at;
    }
  }

  /** That it is preserved at all is a step of the history; what changes it later is none. */
  private static void preserved(ProgressRow row, Instant until, Instant at) {
    Instant before = row.preservedUntil;
    if (before != null && !before.equals(until)) {
      row.extensions++;
      row.extendedAt = at;
    }
    row.preservedUntil = until;
  }
}
