package org.writ.review.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.review.security.Reviewers;
import org.writ.web.list.PageQuery;
import org.writ.web.list.TimeCursor;
import org.writ.web.security.Roles;

/** Cases, for reviewers. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
@Tag(name = "Cases")
class CaseResource {

  private final Casework casework;
  private final CaseQueue queue;
  private final Reviewers reviewers;

  CaseResource(Casework casework, CaseQueue queue, Reviewers reviewers) {
    this.casework = casework;
    this.queue = queue;
    this.reviewers = reviewers;
  }

  @GET
  @Operation(
      summary = "The queue by due time, without anything about persons",
      description =
          "Without status: the cases that wait, held or not. Urgency by the time that is left of"
              + " the time to answer: LATE none, URGENT less than a fifth, DUE_SOON less than half,"
              + " NORMAL the rest. With orderOverdue=true: the emergencies whose order did not come"
              + " in time, decided or not. With escalated: the cases whose due time has come that"
              + " near.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the queue",
      content = @Content(schema = @Schema(implementation = QueueView.class)))
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Response page(
      @QueryParam("status") @Schema(implementation = CaseStatus.class) @Nullable String status,
      @QueryParam("country") @Nullable String country,
      @QueryParam("urgency") @Schema(implementation = Urgency.class) @Nullable String urgency,
      @QueryParam("orderOverdue") @Schema(implementation = Boolean.class)
          @Nullable String orderOverdue,
      @QueryParam("escalated") @Schema(implementation = EscalationStep.class)
          @Nullable String escalated,
      @BeanParam PageQuery page) {
    var filter = QueueFilter.parse(status, country, urgency, orderOverdue, escalated);
    return fresh(
        Response.ok(
            queue.page(filter, page.after(TimeCursor::parse), page.size(), reviewers.signedIn())));
  }

  @POST
  @Path("/claims")
  @Operation(summary = "Claims the most urgent free case and reads it")
  @APIResponse(
      responseCode = "200",
      description = "The case; nobody else gets it while the claim is good",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "204", description = "No case is free")
  public Response claimMostUrgent() {
    return casework
        .claimMostUrgent(reviewers.signedIn())
        .map(CaseResource::answer)
        .orElseGet(() -> fresh(Response.noContent()));
  }

  @POST
  @Path("/{id}/claim")
  @Operation(summary = "Claims a case and reads it; whoever holds it already only reads it")
  @APIResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no such case")
  @APIResponse(
      responseCode = "409",
      description =
          "Somebody else holds it, it is decided, withdrawn or frozen, or the caller's own decision"
              + " waits for another person")
  public Response claim(@PathParam("id") String id) {
    return answer(casework.claim(CaseIds.known(id), reviewers.signedIn()));
  }

  @POST
  @Path("/{id}/release")
  @Operation(summary = "Gives a case back")
  @APIResponse(responseCode = "204", description = "It is free")
  @APIResponse(responseCode = "404", description = "There is no such case")
  @APIResponse(responseCode = "409", description = "The caller does not hold it")
  @APIResponse(responseCode = "412", description = "It has changed since the caller saw it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response release(@BeanParam SeenCase seen) {
    long version = casework.release(seen.known(), seen.version(), reviewers.signedIn());
    return fresh(Response.noContent().header(HttpHeaders.ETAG, SeenVersion.tag(version)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Reads a case; the reading is recorded, and renews the lease of its holder")
  @APIResponse(
      responseCode = "200",
      description = "The case",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "404", description = "There is no such case")
  public Response read(@PathParam("id") String id) {
    return answer(casework.read(CaseIds.known(id), reviewers.signedIn()));
  }

  private static Response answer(CaseView view) {
    return fresh(
        Response.ok(view)
            .header(HttpHeaders.ETAG, SeenVersion.tag(view.version()))
            .contentLocation(URI.create("/v1/cases/" + view.id())));
  }

  /** What reviewers see stays in nobody's cache. */
  static Response fresh(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
