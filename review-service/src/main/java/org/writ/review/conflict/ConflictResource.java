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
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.review.security.Reviewers;
import org.writ.web.list.Cursors;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Persons;
import org.writ.web.security.Roles;

/** Conflicts of interest. Anybody declares their own; senior reviewers and operators all. */
@Path("/v1/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conflicts")
class ConflictResource {

  private static final Pattern PLACE =
      Pattern.compile("(%s) (%s)".formatted(ConflictBody.AGENCY, Persons.PERSON));

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
    Actor caller = reviewers.signedIn();
    String of = isReviewerOnly(caller) ? caller.id() : reviewer;
    ConflictRow.Key after = page.after(ConflictResource::place);
    Page<Conflicts.Declared> found =
        Page.find(
            page.size(),
            most -> conflicts.page(agency, of, after, most),
            row -> Cursors.write(row.agency() + " " + row.reviewer()));
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
    Actor caller = reviewers.signedIn();
    ConflictBody conflict = ConflictBody.read(bodies.read(body)).orRefuse();
    String reviewer = conflict.reviewer() == null ? caller.id() : conflict.reviewer();
    if (isReviewerOnly(caller) && !reviewer.equals(caller.id())) {
      throw Problems.forbidden(
          "You declare your own conflicts; a senior reviewer or an operator declares others'.");
    }
    return fresh(Response.ok(conflicts.declare(conflict.agency(), reviewer, caller)));
  }

  @DELETE
  @Path("/{agency}/{reviewer}")
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS})
  @Operation(summary = "Ends somebody else's conflict")
  @APIResponse(responseCode = "204", description = "It is over")
  @APIResponse(responseCode = "403", description = "It is the caller's own")
  @APIResponse(responseCode = "404", description = "There is no such conflict")
  public Response end(@PathParam("agency") String agency, @PathParam("reviewer") String reviewer) {
    Actor caller = reviewers.signedIn();
    if (reviewer.equals(caller.id())) {
      throw Problems.forbidden("Another person has to end your conflict.");
    }
    if (!conflicts.end(agency, reviewer, caller)) {
      throw Problems.unknown("There is no such conflict.");
    }
    return fresh(Response.noContent());
  }

  private static boolean isReviewerOnly(Actor caller) {
    return caller.role().equals(Roles.REVIEWER);
  }

  private static Optional<ConflictRow.Key> place(String cursor) {
    return Cursors.read(cursor, PLACE)
        .map(place -> new ConflictRow.Key(place.group(1), place.group(2)));
  }

  private static Response fresh(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
