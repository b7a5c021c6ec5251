package org.writ.intake.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message, for the agency that it is for.
 *
 * @param id {@code webhook-id}
 * @param type what it tells of
 * @param requestId absent in a ping
 * @param status how far it has come
 * @param createdAt when what it tells of happened
 * @param attempts how often it was sent
 * @param lastAttemptAt absent if it was not sent yet
 * @param lastError what kept the last attempt from succeeding; absent if nothing did
 * @param nextAttemptAt absent unless it is pending
 */
@Schema(name = "WebhookMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
    @Schema(required = true, format = "uuid") String id,
    @Schema(required = true) String type,
    @Schema(format = "uuid") @Nullable String requestId,
    @Schema(required = true) Message.Status status,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, minimum = "0") int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable String lastError,
    @Nullable Instant nextAttemptAt) {

  /** A page of messages. */
  @Schema(name = "WebhookMessages")
  record Page(
      @Schema(required = true) List<MessageView> items,
      @Schema(nullable = true, description = "Null on the last page")
          @Nullable String nextCursor) {}

  static MessageView of(Message message) {
    return new MessageView(
        message.id(),
        message.type(),
        message.requestId(),
        message.status(),
        message.createdAt(),
        message.attempts(),
        message.lastAttemptAt(),
        message.lastError(),
        message.nextAttemptAt());
  }
}
