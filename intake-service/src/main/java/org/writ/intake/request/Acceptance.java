package org.writ.intake.request;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.writ.events.intake.RequestStatus;

/**
 * The answer to a submission, and to each repetition of it.
 *
 * @param id the request's id
 * @param status always {@code RECEIVED}
 * @param receivedAt when it was received
 * @param dueAt when it has to be answered
 */
@Schema(name = "Acceptance")
public record Acceptance(String id, RequestStatus status, Instant receivedAt, Instant dueAt) {

  static Acceptance of(RequestRow row) {
    return new Acceptance(row.id, RequestStatus.RECEIVED, row.receivedAt, row.dueAt);
  }
}
