package org.writ.review.casework;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The case that a call changes, as the caller last saw it. A resource's method takes it as a
 * {@code @BeanParam}.
 *
 * @param id as it stands in the path
 * @param ifMatch the {@code ETag} that came with the case; null if it was not sent
 */
record SeenCase(
    @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {

  /**
   * The case's id.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if it can be none
   */
  String known() {
    return CaseIds.known(id);
  }

  /**
   * What the caller saw.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 if it was not sent
   */
  SeenVersion version() {
    return SeenVersion.required(ifMatch);
  }
}
