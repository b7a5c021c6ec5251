package org.writ.intake.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Event;
import org.writ.events.intake.ClarificationAnswered;
import org.writ.events.intake.ClarificationAsked;
import org.writ.events.intake.DocumentReceived;
import org.writ.events.intake.DocumentScanned;
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
 * What an agency is told (Standard Webhooks, "Payload structure"). Ids and states only, nothing
 * about persons.
 *
 * @param type what happened, such as {@code request.progressed}
 * @param timestamp when it happened
 * @param data to which request
 */
@Schema(name = "WebhookNotice")
record Notice(String type, Instant timestamp, Data data) {

  /** The type of a message that only tests the way. */
  static final String PING = "webhook.ping";

  /**
   * Which request, and how it stands now.
   *
   * @param requestId absent in a ping
   * @param status of the request, after what happened
   * @param version of the request: tells which of two messages is the newer one
   * @param documentId of the document that it is about
   * @param scan state of that document
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WebhookNoticeData")
  record Data(
      @Nullable String requestId,
      @Nullable RequestStatus status,
      @Nullable Long version,
      @Nullable String documentId,
      @Nullable String scan) {}

  static Notice ping(Instant now) {
    return new Notice(PING, now, new Data(null, null, null, null, null));
  }

  /**
   * What an agency is told of an event.
   *
   * @param status of the request, after the event
   * @return empty if it is told nothing, because it was answered when it did this
   */
  static Optional<Notice> of(Event event, RequestStatus status) {
    return switch (event.data()) {
      case RequestSubmitted _ -> Optional.empty();
      case RequestProgressed _ -> Optional.of(of(event, status, "request.progressed"));
      case ClarificationAsked _ -> Optional.of(of(event, status, "request.clarification_asked"));
      case ClarificationAnswered _ ->
          Optional.of(of(event, status, "request.clarification_answered"));
      case RequestSupplemented _ -> Optional.of(of(event, status, "request.supplemented"));
      case RequestWithdrawn _ -> Optional.of(of(event, status, "request.withdrawn"));
      case RequestFrozen _ -> Optional.of(of(event, status, "request.frozen"));
      case RequestUnfrozen _ -> Optional.of(of(event, status, "request.unfrozen"));
      case PreservationExtended _ ->
          Optional.of(of(event, status, "request.preservation_extended"));
      case OrderOverdue _ -> Optional.of(of(event, status, "request.order_overdue"));
      case DocumentReceived it ->
          Optional.of(
              document(
                  event, status, "request.document_received", it.getDocumentId(), it.getScan()));
      case DocumentScanned it ->
          Optional.of(
              document(
                  event, status, "request.document_scanned", it.getDocumentId(), it.getScan()));
      default -> throw new IllegalArgumentException("Unknown type " + event.envelope().type());
    };
  }

  private static Notice of(Event event, RequestStatus status, String type) {
    return notice(event, type, status, null, null);
  }

  private static Notice document(
      Event event, RequestStatus status, String type, String documentId, String scan) {
    return notice(event, type, status, documentId, scan);
  }

  private static Notice notice(
      Event event,
      String type,
      RequestStatus status,
      @Nullable String documentId,
      @Nullable String scan) {
    var envelope = event.envelope();
    return new Notice(
        type,
        envelope.time(),
        new Data(envelope.subject(), status, envelope.sequence(), documentId, scan));
  }
}
