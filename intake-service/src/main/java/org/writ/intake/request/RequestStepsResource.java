package org.writ.intake.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** What an agency does with a request after it submitted it. */
@Path("/v1/requests/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(name = "Requests")
@APIResponse(responseCode = "403", description = "The caller's agency may not act")
@APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
@APIResponse(responseCode = "422", description = "Every fault is named in errors")
class RequestStepsResource {

  private final AnswerClarification answerClarification;
  private final SupplementRequest supplementRequest;
  private final WithdrawRequest withdrawRequest;
  private final ExtendPreservation extendPreservation;
  private final Caller caller;
  private final JsonBodies bodies;

  RequestStepsResource(
      AnswerClarification answerClarification,
      SupplementRequest supplementRequest,
      WithdrawRequest withdrawRequest,
      ExtendPreservation extendPreservation,
      Caller caller,
      JsonBodies bodies) {
    this.answerClarification = answerClarification;
    this.supplementRequest = supplementRequest;
    this.withdrawRequest = withdrawRequest;
    this.extendPreservation = extendPreservation;
    this.caller = caller;
    this.bodies = bodies;
  }

  /**
   * The body as the OpenAPI document describes it.
   *
   * @param answer in the agency's own words
   */
  @Schema(name = "ClarificationBody")
  record ClarificationBody(@Schema(required = true, maxLength = 10_000) String answer) {}

  /**
   * The body as the OpenAPI document describes it.
   *
   * @param text in the agency's own words
   */
  @Schema(name = "SupplementBody")
  record SupplementBody(@Schema(required = true, maxLength = 10_000) String text) {}

  /**
   * The body as the OpenAPI document describes it.
   *
   * @param reason in the agency's own words; may be absent
   */
  @Schema(name = "WithdrawalBody")
  record WithdrawalBody(@Schema(maxLength = 10_000, nullable = true) @Nullable String reason) {}

  /** The body as the OpenAPI document describes it: an object without members. */
  @Schema(name = "ExtensionBody")
  record ExtensionBody() {}

  @POST
  @Path("/clarification")
  @Operation(
      summary = "Answers a question of the reviewers",
      description = "The same answer to the same question again gets the same result.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClarificationBody.class)))
  @APIResponse(responseCode = "200", description = "The question is answered")
  @APIResponse(
      responseCode = "409",
      description = "Nothing is asked, or the request is frozen or erased")
  public AnswerClarification.Answer answer(@PathParam("id") String id, InputStream body) {
    String answer = Words.read(bodies.read(body), "answer").orRefuse();
    return own(answerClarification.answer(caller.agencyId(), id, answer, agency()));
  }

  @POST
  @Path("/supplement")
  @Operation(
      summary = "Adds something to the request",
      description = "The same text as the newest one again gets the same result.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SupplementBody.class)))
  @APIResponse(responseCode = "200", description = "It is added")
  @APIResponse(
      responseCode = "409",
      description = "The request is at its end, or it is frozen or erased")
  public SupplementRequest.Supplemented supplement(@PathParam("id") String id, InputStream body) {
    String text = Words.read(bodies.read(body), "text").orRefuse();
    return own(supplementRequest.supplement(caller.agencyId(), id, text, agency()));
  }

  @POST
  @Path("/withdrawal")
  @Operation(
      summary = "Takes the request back, until its data is disclosed",
      description = "Once it is withdrawn, repetitions get the same result.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = WithdrawalBody.class)))
  @APIResponse(responseCode = "200", description = "The request is withdrawn")
  @APIResponse(
      responseCode = "409",
      description = "The data is disclosed, the request is at its end, or it is frozen or erased")
  public WithdrawRequest.Withdrawn withdraw(@PathParam("id") String id, InputStream body) {
    String reason = Words.readOptional(bodies.read(body), "reason").orRefuse().orElse(null);
    return own(withdrawRequest.withdraw(caller.agencyId(), id, reason, agency()));
  }

  @POST
  @Path("/extension")
  @Operation(
      summary = "Extends a preservation, once",
      description =
          "By 90 days (18 U.S.C. 2703(f)(2)), or by 30 days for an order under Regulation (EU)"
              + " 2023/1543, Article 11(1). The body is an empty object.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ExtensionBody.class)))
  @APIResponse(responseCode = "200", description = "The data is preserved for longer")
  @APIResponse(
      responseCode = "409",
      description =
          "Nothing is preserved (any more), it was extended already, or the request is frozen")
  public ExtendPreservation.Extended extend(@PathParam("id") String id, InputStream body) {
    Words.readNone(bodies.read(body)).orRefuse();
    return own(extendPreservation.extend(caller.agencyId(), id, agency()));
  }

  private Actor agency() {
    return caller.as(Roles.AGENCY);
  }

  private static <T> T own(Optional<T> outcome) {
    return outcome.orElseThrow(() -> Problems.unknown("You have no request with this id."));
  }
}
