package org.writ.review.refusal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.review.security.Reviewers;
import org.writ.web.list.SpanQuery;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * Why an agency's requests are refused, for whoever talks with the agency about it. Not for
 * reviewers: of few decisions it tells which of them were refused, also to whoever is to review one
 * a second time without knowing.
 */
@Path("/v1/agencies/{id}/refusals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPS)
@Tag(name = "Agencies")
class RefusalResource {

  private final Refusals refusals;
  private final Reviewers reviewers;

  RefusalResource(Refusals refusals, Reviewers reviewers) {
    this.refusals = refusals;
    this.reviewers = reviewers;
  }

  @GET
  @Operation(
      summary = "An agency's refusals by ground, with what would make the requests succeed",
      description =
          "By when it was decided, from (inclusive) to (exclusive); decisions that stand no longer"
              + " are left out. Wording and remedy are those of the policy that was decided under.")
  @APIResponse(
      responseCode = "200",
      description = "The report; nothing about persons",
      content =
          @Content(
              schema = @Schema(implementation = RefusalReport.class),
              example =
                  """
                  {"agency":{"id":"agency-de","name":"Landeskriminalamt"},\
                  "from":"2026-07-01T00:00:00Z","to":"2026-10-01T00:00:00Z","decided":120,\
                  "refused":31,"partlyApproved":9,"causes":[{"ground":"OVERBROAD",\
                  "wording":"More is asked for than the order allows.",\
                  "remedy":"Name the accounts and the period that the order is about.",\
                  "policy":"2026-11-emergencies","requests":22,"items":40}]}\
                  """))
  @APIResponse(
      responseCode = "404",
      description = "There is no request of such an agency, or none that the caller may know of")
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Response report(@PathParam("id") String id, @BeanParam SpanQuery span) {
    return Response.ok(
            refusals
                .of(id, span.begin(), span.end(), reviewers.inFirstOf(Roles.OPS))
                .orElseThrow(() -> Problems.unknown("There is no request of such an agency.")))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
