package org.writ.intake.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.FaultsProblem;
import org.writ.web.problem.Problems;
import org.writ.web.problem.StrictJson;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Preservations that last longer. */
@Path("/v1/requests/{id}/extension")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
class ExtensionResource {

  private final ExtendPreservation extendPreservation;
  private final Caller caller;
  private final BodyLimit bodyLimit;
  private final ObjectMapper json;

  ExtensionResource(
      ExtendPreservation extendPreservation,
      Caller caller,
      BodyLimit bodyLimit,
      ObjectMapper json) {
    this.extendPreservation = extendPreservation;
    this.caller = caller;
    this.bodyLimit = bodyLimit;
    this.json = json;
  }

  /** The body as the OpenAPI document describes it: an object without members. */
  @Schema(name = "ExtensionBody")
  record ExtensionBody() {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Extends a preservation, once",
      description =
          "By 90 days (18 U.S.C. 2703(f)(2)), or by 30 days for an order under Regulation (EU)"
              + " 2023/1543, Article 11(1). The body is an empty object.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ExtensionBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The data is preserved for longer",
      content = @Content(schema = @Schema(implementation = ExtendPreservation.Extended.class)))
  @APIResponse(responseCode = "403", description = "The caller's agency may not act")
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  @APIResponse(
      responseCode = "409",
      description =
          "Nothing is preserved (any more), it was extended already, or the request is frozen")
  @APIResponse(
      responseCode = "422",
      description = "Every fault is named in errors",
      content =
          @Content(
              mediaType = FaultsProblem.MEDIA_TYPE,
              schema = @Schema(implementation = FaultsProblem.class)))
  public ExtendPreservation.Extended extend(@PathParam("id") String id, InputStream body) {
    var tree = StrictJson.read(json, bodyLimit.read(body));
    Words.readNone(tree).orRefuse();
    return extendPreservation
        .extend(caller.agencyId(), id, caller.as(Roles.AGENCY))
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }
}
