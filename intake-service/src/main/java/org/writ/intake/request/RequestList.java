package org.writ.intake.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;

/**
 * A page of an agency's requests, newest first.
 *
 * @param items the requests
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "RequestList")
public record RequestList(List<Entry> items, @Nullable String nextCursor) {

  /**
   * A request in the list.
   *
   * @param id the request's id
   * @param reference the agency's own file number; null once the request is erased
   * @param status how far it has come
   * @param process the legal process that it rests on
   * @param regime the law that the process is used under
   * @param receivedAt when it was received
   * @param dueAt when it has to be answered
   * @param duplicateOf an earlier request with the same reference and items; absent if there is
   *     none
   * @param frozen whether the agency is suspended and nothing happens with the request
   */
  @Schema(name = "RequestListEntry")
  public record Entry(
      String id,
      @Nullable String reference,
      RequestStatus status,
      String process,
      String regime,
      Instant receivedAt,
      Instant dueAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duplicateOf,
      boolean frozen) {}
}
