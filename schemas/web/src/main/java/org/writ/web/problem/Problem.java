package org.writ.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What every refusal answers, as the OpenAPI document describes it. Resources only say when they
 * refuse; that this is what comes then stands in the settings.
 *
 * @param type always {@code about:blank}
 * @param title the status in words
 * @param status as in the answer's first line
 * @param detail what was expected, or how many faults there are
 * @param instance the path that was called; absent if it was not even looked at
 * @param errors every fault of the body; absent if the body is not at fault
 */
@Schema(name = "Problem")
public record Problem(
    @Schema(required = true) URI type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Schema(required = true) String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI instance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Fault> errors) {}
