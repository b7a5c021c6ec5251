package org.writ.intake.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.RegisteredAgencies.Webhook;

/**
 * Where an agency is told of changes.
 *
 * @param url where to
 * @param secretVersion counts the agency's secrets, from 1
 * @param rotatedAt when this secret replaced another at the same address; absent if it did not
 * @param secret to verify signatures with; shown once, when it is new
 */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
    @Schema(required = true) String url,
    @Schema(required = true, minimum = "1") int secretVersion,
    @Schema(description = "For 24 hours from then on, the secret of before signs as well")
        @Nullable Instant rotatedAt,
    @Schema(description = "whsec_ and base64; shown only in the answer that made it")
        @Nullable String secret) {

  static WebhookView of(Webhook webhook, @Nullable WebhookSecret secret) {
    return new WebhookView(
        webhook.url(),
        webhook.secretVersion(),
        webhook.rotatedAt(),
        secret == null ? null : secret.text());
  }
}
