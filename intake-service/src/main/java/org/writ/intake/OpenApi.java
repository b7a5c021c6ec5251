package org.writ.intake;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The title of the OpenAPI document at {@code /q/openapi}. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Writ: intake",
            version = "1",
            description =
                "Agencies submit legal requests for user data and follow what becomes of them. Errors are "
                    + "application/problem+json (RFC 9457)."))
class OpenApi extends Application {}
