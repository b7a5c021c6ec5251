package org.writ.intake.agency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.security.Persons;
import org.writ.web.security.Roles;

/** What operators decide about agencies. */
@Path("/v1/agencies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPS)
@Tag(name = "Agencies")
class AgencyStepsResource {

  /** The claim {@code sub}: ASCII, and here never a mail address or a name. */
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  private final ChangeAgency changeAgency;
  private final AgencyFiles files;
  private final Persons persons;
  private final JsonBodies bodies;

  AgencyStepsResource(
      ChangeAgency changeAgency, AgencyFiles files, Persons persons, JsonBodies bodies) {
    this.changeAgency = changeAgency;
    this.files = files;
    this.persons = persons;
    this.bodies = bodies;
  }

  /**
   * What came of a suspension or its end.
   *
   * @param agency the file as it is now
   * @param requests how many open requests of the agency were frozen, or go on
   */
  @Schema(name = "AgencySuspensionOutcome")
  record SuspensionOutcome(AgencyView agency, int requests) {}

  @Schema(name = "AgencySuspensionBody")
  record SuspensionBody(@Schema(required = true) SuspensionReason reason) {}

  @Schema(name = "AgencyClosureBody")
  record ClosureBody(@Schema(required = true) ClosureReason reason) {}

  @POST
  @Path("/approval")
  @Operation(summary = "Lets what is pending count; by another operator than the one who sent it")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "404", description = "No such agency is registered")
  @APIResponse(
      responseCode = "409",
      description = "Nothing is pending, or the same operator put it on file (four eyes)")
  @APIResponse(responseCode = "412", description = "The file has changed since it was seen")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response approve(
      @PathParam("id") String id,
      @Parameter(description = "ETag of the file whose pending registration was read")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch) {
    changeAgency.change(
        id, new AgencyCommand.Approve(), persons.in(Roles.OPS), FileVersion.required(ifMatch));
    return file(id);
  }

  @POST
  @Path("/rejection")
  @Operation(summary = "Turns down what is pending; what counted before still counts")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "409", description = "Nothing is pending")
  public Response reject(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    change(id, new AgencyCommand.Reject(), ifMatch);
    return file(id);
  }

  @POST
  @Path("/suspension")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Suspends the agency at once",
      description = "It can do nothing any more, and all its open requests are frozen.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SuspensionBody.class)))
  @APIResponse(responseCode = "200", description = "It is suspended")
  @APIResponse(responseCode = "409", description = "The agency is not active")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public SuspensionOutcome suspend(@PathParam("id") String id, InputStream body) {
    var reason = reason(body, SuspensionReason.class);
    var outcome = change(id, new AgencyCommand.Suspend(reason), null);
    return new SuspensionOutcome(view(id), outcome.requests());
  }

  @POST
  @Path("/reinstatement")
  @Operation(summary = "Asks that the suspension ends; another operator has to approve it")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "409", description = "It is not suspended, or that is asked already")
  public Response proposeReinstatement(@PathParam("id") String id) {
    change(id, new AgencyCommand.ProposeReinstatement(), null);
    return file(id);
  }

  @POST
  @Path("/reinstatement/approval")
  @Operation(summary = "Ends the suspension; by another operator than the one who asked for it")
  @APIResponse(responseCode = "200", description = "It is active again, and its requests go on")
  @APIResponse(
      responseCode = "409",
      description = "It is not suspended, nobody asked, or the same operator did (four eyes)")
  public SuspensionOutcome reinstate(@PathParam("id") String id) {
    var outcome = change(id, new AgencyCommand.Reinstate(), null);
    return new SuspensionOutcome(view(id), outcome.requests());
  }

  @POST
  @Path("/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Closes the agency for ever",
      description =
          "It can do nothing any more. Its requests that are not answered are withdrawn, also if it"
              + " was suspended; what waits for it is handed to nobody.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClosureBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is closed",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  @APIResponse(responseCode = "409", description = "It is closed already")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response close(@PathParam("id") String id, InputStream body) {
    change(id, new AgencyCommand.Close(reason(body, ClosureReason.class)), null);
    return file(id);
  }

  @POST
  @Path("/officers/{account}/block")
  @Operation(
      summary = "Bars an account from acting for the agency",
      description = "Its calls are refused from then on; also one that never acted yet.")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  public Response block(@PathParam("id") String id, @PathParam("account") String account) {
    change(id, new AgencyCommand.BlockOfficer(requireAccount(account), false), null);
    return file(id);
  }

  @POST
  @Path("/officers/{account}/unblock")
  @Operation(summary = "Lets an account act for the agency again")
  @APIResponse(
      responseCode = "200",
      description = "The agency",
      content = @Content(schema = @Schema(implementation = AgencyView.class)))
  public Response unblock(@PathParam("id") String id, @PathParam("account") String account) {
    change(id, new AgencyCommand.UnblockOfficer(requireAccount(account), true), null);
    return file(id);
  }

  private static String requireAccount(String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      throw Problems.invalid("An account is the opaque id that the identity provider gave it.");
    }
    return account;
  }

  private ChangeAgency.Outcome change(String id, AgencyCommand command, @Nullable String ifMatch) {
    return changeAgency.change(id, command, persons.in(Roles.OPS), FileVersion.seen(ifMatch));
  }

  private Response file(String id) {
    return FileVersion.response(Status.OK, files.find(id).orElseThrow(AgencyRefusal.Unknown::new));
  }

  private AgencyView view(String id) {
    return files.find(id).orElseThrow(AgencyRefusal.Unknown::new).view();
  }

  private <E extends Enum<E>> E reason(InputStream body, Class<E> reasons) {
    return Reading.of(bodies.read(body), members -> members.choice("reason", reasons)).orRefuse();
  }
}
