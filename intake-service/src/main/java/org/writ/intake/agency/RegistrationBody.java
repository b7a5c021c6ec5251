package org.writ.intake.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code PUT /v1/agencies/{id}} as the OpenAPI document describes it; {@link
 * RegistrationReader} reads it.
 *
 * @param name official name, at most 200 characters
 * @param country ISO 3166-1 alpha-2
 * @param kind what sort of authority it is
 * @param certificate X.509, PEM; valid now, RSA with 2048 bits or more, or EC
 */
@Schema(name = "AgencyRegistration")
record RegistrationBody(
    @Schema(required = true) String name,
    @Schema(required = true) String country,
    @Schema(required = true) Registration.Kind kind,
    @Schema(required = true) String certificate) {}
