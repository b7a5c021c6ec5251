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

/** Who works on which case, for senior reviewers. */
@Path("/v1/cases/{id}/assignment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SENIOR_REVIEWER)
@Tag(name = "Cases")
class AssignmentResource {

  private final Supervising supervising;
  private final Reviewers reviewers;
  private final JsonBodies bodies;

  AssignmentResource(Supervising supervising, Reviewers reviewers, JsonBodies bodies) {
    this.supervising = supervising;
    this.reviewers = reviewers;
    this.bodies = bodies;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives a case to somebody, or takes it from its holder",
      description =
          "Whoever is given it holds it for 24 hours, and longer by activity. Without assignee it"
              + " is free. That there is such a person is not known here: a case that was given to"
              + " nobody who exists comes free after that time.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AssignmentBody.class),
              examples =
                  @ExampleObject(
                      name = "to somebody",
                      value = "{\"assignee\":\"3f0c0f5e-0000-4000-8000-000000000001\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The case, as it stands now",
      content = @Content(schema = @Schema(implementation = ChangedCase.class)))
  @APIResponse(responseCode = "404", description = "There is no such case")
  @APIResponse(
      responseCode = "409",
      description =
          "It is decided, withdrawn or frozen, nothing would change, or whoever is to be given it"
              + " proposed its decision or is in a conflict of interest")
  @APIResponse(responseCode = "412", description = "It has changed since the caller saw it")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response assign(@BeanParam SeenCase seen, InputStream body) {
    return DecisionResource.answer(
        supervising.assign(
            seen.known(),
            seen.version(),
            AssignmentBody.read(bodies.read(body)).orRefuse().assignee(),
            reviewers.signedIn()));
  }
}
