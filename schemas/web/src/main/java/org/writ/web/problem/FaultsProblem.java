package org.writ.web.problem;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@link Problems#invalid(List)} answers, as the OpenAPI document describes it.
 *
 * @param type always {@code about:blank}
 * @param title the status in words
 * @param status 422
 * @param detail how many faults there are, or the one that is not in the body
 * @param errors every fault of the body; absent if the body is not at fault
 */
@Schema(name = "FaultsProblem")
public record FaultsProblem(URI type, String title, int status, String detail, List<Fault> errors) {

  /** The media type of all problems. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
