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
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.FaultsProblem;
import org.writ.web.problem.Problems;
import org.writ.web.problem.StrictJson;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Requests that are taken back. */
@Path("/v1/requests/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
class WithdrawalResource {

  private final WithdrawRequest withdrawRequest;
  private final Caller caller;
  private final BodyLimit bodyLimit;
  private final ObjectMapper json;

  WithdrawalResource(
      WithdrawRequest withdrawRequest, Caller caller, BodyLimit bodyLimit, ObjectMapper json) {
    this.withdrawRequest = withdrawRequest;
    this.caller = caller;
    this.bodyLimit = bodyLimit;
    this.json = json;
  }

  /**
   * The body as the OpenAPI document describes it.
   *
   * @param reason in the agency's own words; may be absent
   */
  @Schema(name = "WithdrawalBody")
  record WithdrawalBody(@Schema(maxLength = 10_000, nullable = true) @Nullable String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes the request back, until its data is disclosed",
      description = "Once it is withdrawn, repetitions get the same result.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = WithdrawalBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The request is withdrawn",
      content = @Content(schema = @Schema(implementation = WithdrawRequest.Withdrawn.class)))
  @APIResponse(responseCode = "403", description = "The caller's agency may not act")
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  @APIResponse(
      responseCode = "409",
      description = "The data is disclosed, the request is at its end, or it is frozen or erased")
  @APIResponse(
      responseCode = "422",
      description = "Every fault is named in errors",
      content =
          @Content(
              mediaType = FaultsProblem.MEDIA_TYPE,
              schema = @Schema(implementation = FaultsProblem.class)))
  public WithdrawRequest.Withdrawn withdraw(@PathParam("id") String id, InputStream body) {
    var tree = StrictJson.read(json, bodyLimit.read(body));
    var words = Words.readOptional(tree, "reason").orRefuse();
    return withdrawRequest
        .withdraw(caller.agencyId(), id, words.text(), caller.as(Roles.AGENCY))
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }
}
