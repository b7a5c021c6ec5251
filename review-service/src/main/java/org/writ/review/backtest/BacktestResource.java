package org.writ.review.backtest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.writ.review.security.Reviewers;
import org.writ.web.list.PageQuery;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.JsonBodies;
import org.writ.web.security.Roles;

/** What a policy would have found in cases that were decided. */
@Path("/v1/policies/{id}/backtests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
@Tag(name = "Policies")
class BacktestResource {

  private final Backtests backtests;
  private final JsonBodies bodies;
  private final Reviewers reviewers;

  BacktestResource(Backtests backtests, JsonBodies bodies, Reviewers reviewers) {
    this.backtests = backtests;
    this.bodies = bodies;
    this.reviewers = reviewers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Analyses the decided cases of a period anew, under a policy of any standing",
      description =
          "Nothing is changed or recorded. The first page has the totals by country and rule; the"
              + " following ones, with the same body, go on with the cases in which the policy"
              + " finds something else. Cases of agencies about which the caller is in a conflict of"
              + " interest are left out. Cases whose decision the caller may still review a second"
              + " time, without knowing it, are counted and not listed (withheld), and so are those"
              + " that a rule has no answer for. Cases whose keys are erased are analysed like"
              + " others: the facts are open.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = BacktestPeriod.class),
              example = "{\"from\":\"2026-07-01T00:00:00Z\",\"to\":\"2026-10-01T00:00:00Z\"}"))
  @APIResponse(
      responseCode = "200",
      description = "A page of the cases that would be analysed otherwise",
      content =
          @Content(
              schema = @Schema(implementation = BacktestView.class),
              example =
                  """
                  {"policy":"2027-01-narrower","digest":"9f2c0d4b9f2c0d4b9f2c0d4b9f2c0d4b\
                  9f2c0d4b9f2c0d4b9f2c0d4b9f2c0d4b","from":"2026-07-01T00:00:00Z",\
                  "to":"2026-10-01T00:00:00Z","totals":{"cases":1200,"changed":1,"withheld":0,"outside":310,"unanswered":0,\
                  "countries":[{"country":"IN","cases":1200,"changed":1,"rules":\
                  [{"rule":"many-accounts","added":1,"removed":0,"unanswered":0}]}]},"items":[\
                  {"caseId":"0b9f6a52-64cf-4d4e-a4a5-4a3f0a8f7a10","country":"IN",\
                  "process":"COURT_ORDER","receivedAt":"2026-08-03T09:12:00Z",\
                  "policy":"2024-09-valid-orders","outcome":"APPROVED","added":\
                  [{"rule":"many-accounts","severity":"NOTE","ground":"OVERBROAD","itemId":null,\
                  "facts":[{"name":"country","value":"IN"},{"name":"narrowReading",\
                  "value":"false"},{"name":"itemCount","value":"12"},\
                  {"name":"mostItems","value":"10"}]}],\
                  "addedCount":1,"removed":[],"removedCount":0}],"nextCursor":null}\
                  """))
  @APIResponse(responseCode = "404", description = "There is no such policy")
  @APIResponse(
      responseCode = "409",
      description =
          "A rule cannot be evaluated over one of the cases, and both are named; or this version of"
              + " the service refuses the policy's document")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  @APIResponse(responseCode = "503", description = "Another back-test runs")
  public BacktestView run(@PathParam("id") String id, @BeanParam PageQuery page, InputStream body) {
    BacktestPeriod period = BacktestPeriod.read(bodies.read(body)).orRefuse();
    return backtests.run(
        id, period, page.after(TimeCursor::parse), page.size(), Backtests.Reader.of(reviewers));
  }
}
