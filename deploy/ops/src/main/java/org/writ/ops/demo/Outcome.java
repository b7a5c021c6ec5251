package org.writ.ops.demo;

import java.util.Optional;

/**
 * How a request of the demo ended.
 *
 * @param request as it was sent
 * @param id the request's id at intake; empty if intake did not take it
 * @param status its last status; for one that intake did not take, the HTTP status
 * @param isFinal whether nothing more can come
 */
record Outcome(DemoRequest request, Optional<String> id, String status, boolean isFinal) {

  /** Whether it ended as it had to. */
  boolean isAsExpected() {
    return request.kind().ends().contains(status);
  }
}
