package org.writ.disclosure.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.web.security.Stop;

/**
 * Some fetches.
 *
 * @param items the newest first
 * @param nextCursor to be sent for those before; absent if there are none
 * @param stop why the agency fetches nothing from now on; absent if it may, or if nobody told this
 *     service yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FetchPage(List<Fetch> items, @Nullable String nextCursor, @Nullable Stop stop) {

  /**
   * A package that an agency fetched once.
   *
   * @param deliveryId of the package
   * @param requestId of the request that it answers
   * @param sha256 of the encrypted package, hex
   * @param size of the encrypted package in bytes
   * @param at when it was fetched
   * @param actor who fetched it: role and opaque id
   */
  record Fetch(
      String deliveryId,
      String requestId,
      String sha256,
      @Nullable Long size,
      Instant at,
      String actor) {

    static Fetch of(PackageFetchRow row) {
      return new Fetch(
          row.deliveryId, row.requestId, row.sha256, row.size, row.fetchedAt, row.actor);
    }
  }
}
