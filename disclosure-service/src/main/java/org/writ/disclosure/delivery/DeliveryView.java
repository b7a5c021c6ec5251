package org.writ.disclosure.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its agency sees it.
 *
 * @param id UUID
 * @param requestId the request that it answers
 * @param status how far it has come
 * @param frozen whether your agency is suspended, so that nothing is handed over
 * @param sha256 of the encrypted package, hex; absent until there is one
 * @param size of the encrypted package in bytes; absent until there is one
 * @param expiresAt until when it can be fetched; absent until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    String id,
    String requestId,
    DeliveryStatus status,
    boolean frozen,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable Instant expiresAt) {

  static DeliveryView of(DeliveryRow row) {
    return new DeliveryView(
        row.deliveryId,
        row.requestId,
        row.status,
        row.suspension != null,
        row.sha256,
        row.size,
        row.expiresAt);
  }
}
