package org.writ.intake.agency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Clock;
import java.util.regex.Pattern;
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

/** Agencies, for the operators. */
@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
class AgencyResource {

  /** What OIDC clients are called; also safe in a path, a header and a file name. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final RegisterAgency registerAgency;
  private final RegisteredAgencies agencies;
  private final Caller caller;
  private final BodyLimit bodyLimit;
  private final ObjectMapper json;
  private final Clock clock;

  AgencyResource(
      RegisterAgency registerAgency,
      RegisteredAgencies agencies,
      Caller caller,
      BodyLimit bodyLimit,
      ObjectMapper json,
      Clock clock) {
    this.registerAgency = registerAgency;
    this.agencies = agencies;
    this.caller = caller;
    this.bodyLimit = bodyLimit;
    this.json = json;
    this.clock = clock;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.OPS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers an agency, or changes what is on file about it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = RegistrationBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was registered before, and is now as sent",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is registered now",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "409", description = "Somebody else registered it at the same moment")
  @APIResponse(
      responseCode = "422",
      description = "Every fault is named in errors",
      content =
          @Content(
              mediaType = FaultsProblem.MEDIA_TYPE,
              schema = @Schema(implementation = FaultsProblem.class)))
  public Response register(@PathParam("id") String id, InputStream body) {
    if (!ID.matcher(id).matches()) {
      throw Problems.invalid(
          "An agency's id is its OIDC client: 1 to 64 letters, digits, dots, underscores, hyphens.");
    }
    var tree = StrictJson.read(json, bodyLimit.read(body));
    var registration = RegistrationReader.read(tree, clock.instant()).orRefuse();
    var outcome = registerAgency.register(id, registration, caller.as(Roles.OPS));
    return Response.status(outcome.created() ? Status.CREATED : Status.OK)
        .entity(AgencyView.of(outcome.agency()))
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.OPS, Roles.AUDITOR})
  @Operation(summary = "What is on file about an agency")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "404", description = "No such agency is registered")
  public AgencyView find(@PathParam("id") String id) {
    return agencies
        .find(id)
        .map(AgencyView::of)
        .orElseThrow(() -> Problems.unknown("No such agency is registered."));
  }
}
