package org.writ.review.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.review.security.Reviewers;
import org.writ.web.problem.JsonBodies;
import org.writ.web.security.Roles;

/** The steps on the way to the decision of a case, for reviewers. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
@Tag(name = "Decisions")
@APIResponse(responseCode = "404", description = "There is no such case")
@APIResponse(responseCode = "412", description = "It has changed since the caller saw it")
@APIResponse(responseCode = "428", description = "If-Match is missing")
class DecisionResource {

  private final Casework casework;
  private final Reviewers reviewers;
  private final JsonBodies bodies;
  private final LargeDecisions large;
  private final ObjectMapper json;

  DecisionResource(
      Casework casework,
      Reviewers reviewers,
      JsonBodies bodies,
      LargeDecisions large,
      ObjectMapper json) {
    this.casework = casework;
    this.reviewers = reviewers;
    this.bodies = bodies;
    this.large = large;
    this.json = json;
  }

  /** The body of a question to the agency, as the API's document describes it. */
  @Schema(name = "Clarification")
  record ClarificationBody(String question) {}

  /** The body of an objection, as the API's document describes it. */
  @Schema(name = "Objection")
  record ObjectionBody(String reason) {}

  @POST
  @Path("/{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decides a case, every item once",
      description =
          "Where the policy asks for a second person, and in every emergency of which something is"
              + " approved, the decision is proposed and waits for another person's confirmation."
              + " An emergency is approved only after a call-back that confirmed it. Refusing"
              + " everything is decided at once. What a blocking finding stands against is approved"
              + " only by a senior reviewer who overrides the finding's rule with a reason.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DecisionBody.class),
              examples =
                  @ExampleObject(
                      name = "approval",
                      value =
                          """
                          {"items":[{"itemId":"0c6d…","outcome":"APPROVE","dataTypes":["IP_ADDRESS"]}],
                           "overrides":[{"rule":"order-expired","reason":"Prolonged by telephone"}]}\
                          """)))
  @APIResponse(
      responseCode = "200",
      description = "It is decided, or waits for another person (AWAITING_SECOND_PERSON)",
      content = @Content(schema = @Schema(implementation = DecidedCase.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "The caller does not hold it, it is decided, withdrawn or frozen, a blocking finding is"
              + " approved without override, or an emergency without call-back")
  @APIResponse(responseCode = "403", description = "Only a senior reviewer overrides a finding")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  @APIResponse(
      responseCode = "503",
      description = "Too many at this moment; send it again after Retry-After")
  public Response decide(
      @BeanParam SeenCase seen,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      InputStream body) {
    String caseId = seen.known();
    SeenVersion version = seen.version();
    return answer(
        large.takeIn(
            length,
            () ->
                casework.close(
                    caseId,
                    version,
                    DecisionReader.read(json, body, large.bounds(length)),
                    reviewers.signedIn())));
  }

  @POST
  @Path("/{id}/confirmation")
  @Operation(
      summary = "Confirms the decision that another person proposed, as it stands",
      description = "Only who has read the case since it changed last (GET) confirms its decision.")
  @APIResponse(
      responseCode = "200",
      description = "It is decided",
      content = @Content(schema = @Schema(implementation = DecidedCase.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Nothing is proposed, the caller proposed it, somebody else holds it, it is decided,"
              + " withdrawn or frozen, the agency denied it meanwhile, the country's safeguards"
              + " ask for a senior reviewer and neither is one, or no reading of the case as it"
              + " stands is recorded of the caller")
  public Response confirm(@BeanParam SeenCase seen) {
    return answer(casework.confirm(seen.known(), seen.version(), reviewers.signedIn()));
  }

  @POST
  @Path("/{id}/objection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Objects to the decision that another person proposed: it is off")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ObjectionBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The case is open again",
      content = @Content(schema = @Schema(implementation = ChangedCase.class)))
  @APIResponse(
      responseCode = "409",
      description = "Nothing is proposed, the caller proposed it, or somebody else holds it")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response object(@BeanParam SeenCase seen, InputStream body) {
    return answer(
        casework.object(
            seen.known(),
            seen.version(),
            MessageBody.read(bodies.read(body), "reason").orRefuse(),
            reviewers.signedIn()));
  }

  @POST
  @Path("/{id}/clarification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Asks the agency",
      description = "Stops the clock where the request's regime says so; the claim stays.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClarificationBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The agency is asked",
      content = @Content(schema = @Schema(implementation = ChangedCase.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "The caller does not hold it, it is decided, withdrawn or frozen, or another question is"
              + " not answered yet")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response ask(@BeanParam SeenCase seen, InputStream body) {
    return answer(
        casework.ask(
            seen.known(),
            seen.version(),
            MessageBody.read(bodies.read(body), "question").orRefuse(),
            reviewers.signedIn()));
  }

  @POST
  @Path("/{id}/verification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Records a call to the agency of an emergency",
      description =
          "The number is the one on file (callBackPhone), never one of the request: a body that"
              + " names a number is refused.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = VerificationBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is recorded",
      content = @Content(schema = @Schema(implementation = ChangedCase.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "The caller does not hold it, it is decided, withdrawn or frozen, it is no emergency, or"
              + " no number was on file when the agency submitted")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response verify(@BeanParam SeenCase seen, InputStream body) {
    return answer(
        casework.verify(
            seen.known(),
            seen.version(),
            VerificationBody.read(bodies.read(body)).orRefuse(),
            reviewers.signedIn()));
  }

  private static Response answer(DecidedCase decided) {
    return answer(decided, decided.version());
  }

  /** The answer to a step that does not decide. */
  static Response answer(ChangedCase changed) {
    return answer(changed, changed.version());
  }

  private static Response answer(Object body, long version) {
    return CaseResource.fresh(Response.ok(body).header(HttpHeaders.ETAG, SeenVersion.tag(version)));
  }
}
