package org.writ.review.conflict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.review.security.Reviewers;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.JsonBodies;
import org.writ.web.security.Roles;

/** Conflicts of interest. Anybody declares their own; senior reviewers and operators all. */
@Path("/v1/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conflicts")
class ConflictResource {

  private final Conflicts conflicts;
  private final Reviewers reviewers;
  private final JsonBodies bodies;

  ConflictResource(Conflicts conflicts, Reviewers reviewers, JsonBodies bodies) {
    this.conflicts = conflicts;
    this.reviewers = reviewers;
    this.bodies = bodies;
  }

  /**
   * A page of conflicts.
   *
   * @param nextCursor where the next page begins; null on the last one
   */
  @Schema(name = "Conflicts")
  record ConflictList(List<Conflicts.Declared> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(
      summary = "Conflicts by agency and person",
      description = "Reviewers see their own; senior reviewers and operators all.")
  @APIResponse(
      responseCode = "200",
      description = "A page of conflicts",
      content = @Content(schema = @Schema(implementation = ConflictList.class)))
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Response page(
      @QueryParam("agency") @Nullable String agency,
      @QueryParam("reviewer") @Nullable String reviewer,
      @BeanParam PageQuery page) {
    Page<Conflicts.Declared> found =
        conflicts.page(
            reviewers.signedIn(),
            agency,
            reviewer,
            page.after(Conflicts.Place::parse),
            page.size());
    return fresh(Response.ok(new ConflictList(found.rows(), found.nextCursor())));
  }

  @POST
  @RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER, Roles.OPS})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Declares a conflict of interest",
      description =
          "The agency's cases do not exist for the person from then on: neither in the queue, nor"
              + " to be claimed, read or confirmed. A case that they hold comes free at once."
              + " Declared twice it stays as it was.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ConflictBody.class),
              examples = @ExampleObject(name = "own", value = "{\"agency\":\"agency-de\"}")))
  @APIResponse(
      responseCode = "200",
      description = "It is declared",
      content = @Content(schema = @Schema(implementation = Conflicts.Declared.class)))
  @APIResponse(
      responseCode = "403",
      description = "Only senior reviewers and operators declare somebody else's")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response declare(InputStream body) {
    ConflictBody conflict = ConflictBody.read(bodies.read(body)).orRefuse();
    return fresh(Response.ok(conflicts.declare(conflict, reviewers.signedIn())));
  }

  @DELETE
  @Path("/{agency}/{reviewer}")
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(summary = "Ends somebody else's conflict")
  @APIResponse(responseCode = "204", description = "It is over")
  @APIResponse(responseCode = "403", description = "It is the caller's own")
  @APIResponse(responseCode = "404", description = "There is no such conflict")
  public Response end(@PathParam("agency") String agency, @PathParam("reviewer") String reviewer) {
    conflicts.end(agency, reviewer, reviewers.signedIn());
    return fresh(Response.noContent());
  }

  private static Response fresh(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
