package org.writ.review.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.review.casework.BlindCases;
import org.writ.review.security.Reviewers;
import org.writ.web.security.Roles;

/** Second reviews, for reviewers. */
@Path("/v1/quality/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
@Tag(name = "Quality")
class SecondReviewResource {

  private final Quality quality;
  private final BlindCases cases;
  private final Reviewers reviewers;

  SecondReviewResource(Quality quality, BlindCases cases, Reviewers reviewers) {
    this.quality = quality;
    this.cases = cases;
    this.reviewers = reviewers;
  }

  @POST
  @Path("/claims")
  @Operation(
      summary = "Claims the oldest second review that the caller may take, and reads its case",
      description =
          "Without what was decided or proposed, and without the steps that tell of it. Passed"
              + " over are decisions that the caller had a part in or could have seen.")
  @APIResponse(
      responseCode = "200",
      description = "The review; nobody else gets it for four hours",
      content = @Content(schema = @Schema(implementation = Quality.Held.class)))
  @APIResponse(responseCode = "204", description = "None is free")
  public Response claimOldest() {
    return quality
        .claimOldest(reviewers.signedIn())
        .map(held -> fresh(Response.ok(held)))
        .orElseGet(() -> fresh(Response.noContent()));
  }

  @POST
  @Path("/{id}/claim")
  @Operation(summary = "Claims a second review, or claims it anew, and reads its case")
  @APIResponse(
      responseCode = "200",
      description = "The review",
      content = @Content(schema = @Schema(implementation = Quality.Held.class)))
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(
      responseCode = "409",
      description =
          "Somebody else holds it, it is given or dropped, the caller ever had a part in deciding"
              + " the case or could have seen it, or the case is erased, which drops the review")
  public Response claim(@PathParam("id") String id) {
    return fresh(Response.ok(quality.claim(id, reviewers.signedIn())));
  }

  @POST
  @Path("/{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says what the caller would have decided",
      description =
          "A body like that of a decision, held to the same. It changes nothing about the case; if"
              + " the two differ about the approval of an item, a senior reviewer has to look.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "refusal",
                      value =
                          "{\"items\":[{\"itemId\":\"0c6d…\",\"outcome\":\"REFUSE\","
                              + "\"ground\":\"OVERBROAD\"}]}")))
  @APIResponse(
      responseCode = "200",
      description = "It is given",
      content = @Content(schema = @Schema(implementation = Quality.Given.class)))
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(
      responseCode = "409",
      description =
          "The caller does not hold it, has seen the decision, or approves what a decision may not;"
              + " or the case is erased, which drops the review")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response give(@PathParam("id") String id, InputStream body) {
    return fresh(Response.ok(quality.give(id, cases.read(body), reviewers.signedIn())));
  }

  /** What reviewers see stays in nobody's cache. */
  static Response fresh(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
