package org.writ.intake.agency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.PageQuery;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Persons;
import org.writ.web.security.Roles;

/** Agencies' files, for the operators. */
@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
class AgencyResource {

  private final ChangeAgency changeAgency;
  private final AgencyFiles files;
  private final Persons persons;
  private final JsonBodies bodies;
  private final Clock clock;

  AgencyResource(
      ChangeAgency changeAgency,
      AgencyFiles files,
      Persons persons,
      JsonBodies bodies,
      Clock clock) {
    this.changeAgency = changeAgency;
    this.files = files;
    this.persons = persons;
    this.bodies = bodies;
    this.clock = clock;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.OPS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Puts an agency, or a change of it, on file",
      description =
          "It counts once another operator approved it; until then what was approved before"
              + " counts.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = RegistrationBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was on file before; what is sent waits for approval, if it is a change",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is on file now, and waits for approval",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(
      responseCode = "409",
      description = "The agency is closed, or others keep changing it")
  @APIResponse(responseCode = "412", description = "If-Match was sent, and the file has changed")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response register(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body) {
    if (!RegistrationReader.CLIENT.matcher(id).matches()) {
      throw Problems.invalid(
          "An agency's id is its OIDC client: 1 to 64 letters, digits, dots, underscores,"
              + " hyphens.");
    }
    var tree = bodies.read(body);
    var registration = RegistrationReader.read(tree, id, clock.instant()).orRefuse();
    var outcome =
        changeAgency.change(
            id,
            new AgencyCommand.Propose(registration),
            persons.in(Roles.OPS),
            FileVersion.seen(ifMatch));
    return file(id, outcome.created() ? Status.CREATED : Status.OK);
  }

  @GET
  @RolesAllowed({Roles.OPS, Roles.AUDITOR})
  @Operation(summary = "All agencies, by id")
  @APIResponse(responseCode = "200", description = "A page of agencies")
  @APIResponse(responseCode = "422", description = "limit or cursor cannot be understood")
  public AgencyList list(@BeanParam PageQuery page) {
    return files.list(page.after(AgencyList::place), page.size());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.OPS, Roles.AUDITOR})
  @Operation(summary = "An agency's file: what counts, what waits for approval, and its history")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "404", description = "No such agency is registered")
  public Response find(@PathParam("id") String id) {
    return file(id, Status.OK);
  }

  private Response file(String id, Status status) {
    return files
        .find(id)
        .map(file -> FileVersion.response(status, file))
        .orElseThrow(AgencyRefusal.Unknown::new);
  }
}
