package org.writ.review.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.writ.review.security.Reviewers;
import org.writ.web.problem.JsonBodies;
import org.writ.web.security.Roles;

/** Appeals of agencies, for senior reviewers. */
@Path("/v1/cases/{id}/appeal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SENIOR_REVIEWER)
@Tag(name = "Decisions")
class AppealResource {

  private final Supervising supervising;
  private final Reviewers reviewers;
  private final JsonBodies bodies;

  AppealResource(Supervising supervising, Reviewers reviewers, JsonBodies bodies) {
    this.supervising = supervising;
    this.reviewers = reviewers;
    this.bodies = bodies;
  }

  /** The body of an appeal, as the API's document describes it. */
  @Schema(name = "Appeal")
  record AppealBody(String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Re-opens a refused case upon the agency's appeal",
      description =
          "Only if everything was refused, and never by those who decided; they do not decide it"
              + " anew either. The request is due within as long as it had at first, from now on.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AppealBody.class),
              examples =
                  @ExampleObject(
                      name = "appeal",
                      value = "{\"reason\":\"The agency sent the missing page of the order\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The case is open again",
      content = @Content(schema = @Schema(implementation = ChangedCase.class)))
  @APIResponse(responseCode = "404", description = "There is no such case")
  @APIResponse(
      responseCode = "409",
      description =
          "It is not refused as a whole, withdrawn, frozen or erased, or the caller had a part in"
              + " the decision")
  @APIResponse(responseCode = "412", description = "It has changed since the caller saw it")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response reopen(@BeanParam SeenCase seen, InputStream body) {
    return DecisionResource.answer(
        supervising.reopen(
            seen.known(),
            seen.version(),
            MessageBody.read(bodies.read(body), "reason").orRefuse(),
            reviewers.signedIn()));
  }
}
