package org.writ.intake.agency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.web.problem.JsonBodies;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** What an agency sees and changes of its own file. */
@Path("/v1/agency")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Own agency")
class OwnAgencyResource {

  private final ChangeAgency changeAgency;
  private final AgencyFiles files;
  private final Caller caller;
  private final JsonBodies bodies;
  private final Clock clock;

  OwnAgencyResource(
      ChangeAgency changeAgency, AgencyFiles files, Caller caller, JsonBodies bodies, Clock clock) {
    this.changeAgency = changeAgency;
    this.files = files;
    this.caller = caller;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Schema(name = "CertificateBody")
  record CertificateBody(
      @Schema(required = true, description = "X.509, PEM; valid now, of the authority itself")
          String certificate) {}

  @GET
  @Operation(summary = "What is on file about the caller's agency")
  @APIResponse(responseCode = "200", description = "The agency")
  @APIResponse(responseCode = "404", description = "The agency is not registered")
  public OwnAgencyView find() {
    return files.own(caller.agencyId()).orElseThrow(AgencyRefusal.Unknown::new);
  }

  @PUT
  @Path("/certificate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives the certificate that packages to come are encrypted to",
      description = "Packages of requests that were submitted before stay with the one of then.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CertificateBody.class)))
  @APIResponse(responseCode = "200", description = "The agency")
  @APIResponse(responseCode = "403", description = "The agency is not active")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public OwnAgencyView replaceCertificate(InputStream body) {
    var tree = bodies.read(body);
    var certificate = CertificateReader.read(tree, clock.instant()).orRefuse();
    String agency = caller.agencyId();
    changeAgency.change(
        agency, new AgencyCommand.ReplaceCertificate(certificate), caller.as(Roles.AGENCY), null);
    return files.own(agency).orElseThrow(AgencyRefusal.Unknown::new);
  }
}
