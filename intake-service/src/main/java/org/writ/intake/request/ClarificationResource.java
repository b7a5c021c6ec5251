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

/** Answers to what the reviewers ask. */
@Path("/v1/requests/{id}/clarification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
class ClarificationResource {

  private final AnswerClarification answerClarification;
  private final Caller caller;
  private final BodyLimit bodyLimit;
  private final ObjectMapper json;

  ClarificationResource(
      AnswerClarification answerClarification,
      Caller caller,
      BodyLimit bodyLimit,
      ObjectMapper json) {
    this.answerClarification = answerClarification;
    this.caller = caller;
    this.bodyLimit = bodyLimit;
    this.json = json;
  }

  /**
   * The body as the OpenAPI document describes it.
   *
   * @param answer in the agency's own words
   */
  @Schema(name = "ClarificationBody")
  record ClarificationBody(@Schema(required = true, maxLength = 10_000) String answer) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Answers a question of the reviewers",
      description = "The same answer to the same question again gets the same result.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClarificationBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The question is answered",
      content = @Content(schema = @Schema(implementation = AnswerClarification.Answer.class)))
  @APIResponse(responseCode = "403", description = "The caller's agency may not act")
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  @APIResponse(
      responseCode = "409",
      description = "Nothing is asked, or the request is frozen or erased")
  @APIResponse(
      responseCode = "422",
      description = "Every fault is named in errors",
      content =
          @Content(
              mediaType = FaultsProblem.MEDIA_TYPE,
              schema = @Schema(implementation = FaultsProblem.class)))
  public AnswerClarification.Answer answer(@PathParam("id") String id, InputStream body) {
    var tree = StrictJson.read(json, bodyLimit.read(body));
    var words = Words.read(tree, "answer").orRefuse();
    return answerClarification
        .answer(caller.agencyId(), id, words.required(), caller.as(Roles.AGENCY))
        .orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }
}
