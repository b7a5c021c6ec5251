package org.writ.intake.request;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.Agency;
import org.writ.intake.agency.Submitters;
import org.writ.web.list.PageQuery;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;
import org.writ.web.problem.StreamedJson;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Requests, for the agencies that submit them. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
class RequestResource {

  private final SubmissionDesk desk;
  private final OwnRequests requests;
  private final Submitters submitters;
  private final Caller caller;
  private final LargeSubmissions large;

  RequestResource(
      SubmissionDesk desk,
      OwnRequests requests,
      Submitters submitters,
      Caller caller,
      LargeSubmissions large) {
    this.desk = desk;
    this.requests = requests;
    this.submitters = submitters;
    this.caller = caller;
    this.large = large;
  }

  /** Waits most of the time, for the body and for the group that it is committed with. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      summary = "Submits a request",
      description =
          "Answered once the request is durable. The same key with the same body gets the same"
              + " answer.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Submission.class)))
  @APIResponse(
      responseCode = "202",
      description = "The request is received",
      headers = @Header(name = "Location", description = "Where the request is followed"),
      content = @Content(schema = @Schema(implementation = Acceptance.class)))
  @APIResponse(responseCode = "400", description = "No Idempotency-Key, or the body is not JSON")
  @APIResponse(responseCode = "403", description = "The caller's agency is not active")
  @APIResponse(responseCode = "409", description = "The agency's certificate has expired")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(
      responseCode = "503",
      description = "Too many at this moment; submit it again after Retry-After")
  @APIResponse(responseCode = "415", description = "The body is not application/json")
  @APIResponse(
      responseCode = "422",
      description =
          "Every fault of the body is named in errors, or the key was used for another body")
  public Response submit(
      @Parameter(required = true, schema = @Schema(minLength = 1, maxLength = 200))
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String idempotencyKey,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      InputStream body,
      @Context UriInfo uri) {
    var acceptance = large.takeIn(length, () -> accept(idempotencyKey, body, large.bounds(length)));
    URI location = uri.getAbsolutePathBuilder().path(acceptance.id()).build();
    return Response.status(Status.ACCEPTED).location(location).entity(acceptance).build();
  }

  private Acceptance accept(@Nullable String key, InputStream body, StreamedJson.Bounds bounds) {
    Agency submitter;
    try {
      submitter = submitters.find(caller.agencyId());
    } catch (HttpProblem refused) {
      if (refused.getStatusCode() != Status.CONFLICT.getStatusCode()) {
        throw refused;
      }
      // Without a certificate nothing is accepted; what was accepted before has its answer.
      return desk.answered(caller.agencyId(), body, bounds, IdempotencyKey.parse(key))
          .orElseThrow(() -> refused);
    }
    var naming = new SubmissionDesk.Naming(IdempotencyKey.parse(key), caller.as(Roles.AGENCY));
    return desk.submit(submitter, body, bounds, naming);
  }

  @GET
  @Operation(summary = "The agency's own requests, newest first")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public RequestList list(@BeanParam PageQuery page) {
    return requests.list(caller.agencyId(), null, page.after(TimeCursor::parse), page.size());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One of the agency's own requests")
  @APIResponse(responseCode = "200", description = "The request")
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  public RequestView find(@PathParam("id") String id) {
    return requests
        .find(caller.agencyId(), id)
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }

  @GET
  @Path("/{id}/items")
  @Operation(summary = "The items of one of the agency's own requests, in its order")
  @APIResponse(responseCode = "200", description = "A page of items")
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public ItemList items(@PathParam("id") String id, @BeanParam PageQuery page) {
    return requests
        .items(caller.agencyId(), id, page.after(ItemList::position), page.size())
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }
}
