package org.writ.intake.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code PUT /v1/agency/webhook} takes, as the OpenAPI document describes it.
 *
 * @param url where to
 */
@Schema(name = "WebhookBody")
record WebhookBody(
    @Schema(
            required = true,
            format = "uri",
            maxLength = 2000,
            description = "https, on the Internet, without user and fragment")
        String url) {}
