package org.writ.review.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.review.security.Reviewers;
import org.writ.web.list.Page;
import org.writ.web.list.PageQuery;
import org.writ.web.list.SpanQuery;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** How well reviewers agree, for those who answer for it. */
@Path("/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
class QualityResource {

  private final Quality quality;
  private final Disagreements disagreements;
  private final Reviewers reviewers;
  private final JsonBodies bodies;

  QualityResource(
      Quality quality, Disagreements disagreements, Reviewers reviewers, JsonBodies bodies) {
    this.quality = quality;
    this.disagreements = disagreements;
    this.reviewers = reviewers;
    this.bodies = bodies;
  }

  /**
   * Agreement about the decisions of a time.
   *
   * @param countries by the agency's country
   * @param processes by the legal process
   * @param reviewers by the opaque id of the person who decided
   */
  @Schema(name = "Quality")
  record Measured(
      Instant from,
      Instant to,
      List<Agreement> countries,
      List<Agreement> processes,
      List<Agreement> reviewers) {}

  /**
   * A page of disagreements.
   *
   * @param nextCursor where the next page begins; null on the last one
   */
  @Schema(name = "Disagreements")
  record DisagreementList(List<Disagreements.Disagreement> items, @Nullable String nextCursor) {}

  @GET
  @RolesAllowed({Roles.SENIOR_REVIEWER, Roles.AUDITOR, Roles.OPS})
  @Operation(
      summary = "How often second reviews agree with the decisions of a time",
      description =
          "By when it was decided, from (inclusive) to (exclusive), RFC 3339 in UTC; absent:"
              + " without bound. Decisions that stand no longer are left out.")
  @APIResponse(
      responseCode = "200",
      description = "Agreement by country, process and person",
      content = @Content(schema = @Schema(implementation = Measured.class)))
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Response measure(@BeanParam SpanQuery span) {
    Instant begin = span.begin();
    Instant end = span.end();
    Actor reader = reviewers.inFirstOf(Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR);
    return SecondReviewResource.fresh(
        Response.ok(
            new Measured(
                begin,
                end,
                quality.agreement("country", begin, end, reader),
                quality.agreement("process", begin, end, reader),
                quality.agreement("decidedBy", begin, end, reader))));
  }

  @GET
  @Path("/disagreements")
  @RolesAllowed(Roles.SENIOR_REVIEWER)
  @Operation(
      summary = "Disagreements that a senior reviewer has to look at, or has looked at",
      description =
          "Without the second persons' notes: the answer of a settlement has the one that is"
              + " settled.")
  @APIResponse(
      responseCode = "200",
      description = "A page of disagreements, by the time of the second decision",
      content = @Content(schema = @Schema(implementation = DisagreementList.class)))
  @APIResponse(responseCode = "422", description = "A parameter is not understood")
  public Response disagreements(
      @QueryParam("settled") @Schema(implementation = Boolean.class) @Nullable String settled,
      @BeanParam PageQuery page) {
    boolean looked = "true".equals(settled);
    if (settled != null && !looked && !"false".equals(settled)) {
      throw Problems.invalid("The query parameter settled must be true or false.");
    }
    TimeCursor after = page.after(TimeCursor::parse);
    Page<Disagreements.Disagreement> found =
        Page.find(
            page.size(),
            most -> disagreements.page(looked, after, most, reviewers.signedIn()),
            last ->
                new TimeCursor(Objects.requireNonNull(last.second().at()), last.id()).toString());
    return SecondReviewResource.fresh(
        Response.ok(new DisagreementList(found.rows(), found.nextCursor())));
  }

  @POST
  @Path("/disagreements/{id}/settlement")
  @RolesAllowed(Roles.SENIOR_REVIEWER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Settles a disagreement",
      description =
          "Never by those who ever had a part in deciding the case, or who reviewed. It changes"
              + " nothing about the case; where the decision was wrong, the case is re-opened upon"
              + " an appeal. The answer has the second person's note.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SettlementBody.class),
              examples =
                  @ExampleObject(
                      name = "first",
                      value =
                          "{\"judgement\":\"FIRST\",\"reason\":\"The order names the period\"}")))
  @APIResponse(
      responseCode = "200",
      description = "It is settled",
      content = @Content(schema = @Schema(implementation = Disagreements.Disagreement.class)))
  @APIResponse(responseCode = "404", description = "There is no such review")
  @APIResponse(
      responseCode = "409",
      description = "Nothing is to be settled, or the caller decided or reviewed it")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response settle(@PathParam("id") String id, InputStream body) {
    SettlementBody settlement = SettlementBody.read(bodies.read(body)).orRefuse();
    return SecondReviewResource.fresh(
        Response.ok(
            disagreements.settle(
                id, settlement.judgement(), settlement.reason(), reviewers.signedIn())));
  }
}
