package org.writ.review.desk.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.backtest.BacktestPeriod;
import org.writ.review.backtest.BacktestView;
import org.writ.review.backtest.Backtests;
import org.writ.review.policy.Policymaking;
import org.writ.review.security.Reviewers;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** What a policy would have found in the decided cases of a period. */
@Path("/desk/policies/{id}/backtest")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR})
class BacktestPage {

  private static final int ON_A_PAGE = 25;

  /** Values of Sec-Fetch-Site (W3C Fetch Metadata): our own pages, and the person alone. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** The template. */
  @CheckedTemplate(basePath = "desk/register")
  static class Templates {

    private Templates() {}

    static native TemplateInstance backtest(BacktestDetail d, Frame f);
  }

  private final Backtests backtests;
  private final Policymaking policymaking;
  private final Reviewers reviewers;
  private final Refusals refusals;
  private final Visit visit;

  BacktestPage(
      Backtests backtests,
      Policymaking policymaking,
      Reviewers reviewers,
      Refusals refusals,
      Visit visit) {
    this.backtests = backtests;
    this.policymaking = policymaking;
    this.reviewers = reviewers;
    this.refusals = refusals;
    this.visit = visit;
  }

  static String address(String id) {
    return PolicyPage.address(id) + "/backtest";
  }

  /**
   * Tests the policy, which changes nothing, but is work for the service: a link on another site
   * only fills the form.
   *
   * @param from first day in UTC, as it was typed
   * @param to last day in UTC, as it was typed
   * @param cursor where the page begins; null: with the totals
   * @param site where the call comes from, as the browser says
   */
  @GET
  @Operation(hidden = true)
  public Response run(
      @PathParam("id") String id,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("Sec-Fetch-Site") @DefaultValue("none") String site) {
    String known = policymaking.view(id).policy().id();
    if (!OWN_SITES.contains(site) || from.isEmpty() && to.isEmpty()) {
      return show(known, from, to, Map.of(), Refusal.NONE, true, null);
    }
    return switch (period(from, to)) {
      case Reading.Sound<BacktestPeriod>(BacktestPeriod period) ->
          run(known, from, to, period, cursor);
      case Reading.Faulty<BacktestPeriod>(List<Fault> faults) ->
          show(
              known,
              from,
              to,
              FieldFaults.of(visit.words(), faults),
              Refusal.TYPED_WRONGLY,
              true,
              null);
    };
  }

  private Response run(
      String id, String from, String to, BacktestPeriod period, @Nullable String cursor) {
    TimeCursor after =
        cursor == null
            ? null
            : TimeCursor.parse(cursor)
                .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
    var results = new ArrayList<BacktestView>();
    Refusal refusal =
        refusals.of(
            () ->
                results.add(
                    backtests.run(id, period, after, ON_A_PAGE, Backtests.Reader.of(reviewers))));
    return show(
        id,
        from,
        to,
        Map.of(),
        refusal,
        after == null,
        results.isEmpty() ? null : results.getFirst());
  }

  /** People name days, the last one included. */
  private static Reading<BacktestPeriod> period(String from, String to) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("from", time(from, 0));
    json.put("to", time(to, 1));
    return BacktestPeriod.read(json);
  }

  /** What is no day is passed on as it is. */
  private static String time(String typed, int daysLater) {
    try {
      return LocalDate.parse(typed).plusDays(daysLater) + "T00:00:00Z";
    } catch (DateTimeException noDay) {
      return typed;
    }
  }

  private Response show(
      String id,
      String from,
      String to,
      Map<String, String> faults,
      Refusal refusal,
      boolean first,
      @Nullable BacktestView result) {
    var frame = visit.frame(PolicyPage.HERE);
    return Response.status(refusal.status())
        .entity(
            Templates.backtest(
                new BacktestDetail(frame, id, from, to, faults, refusal, first, result), frame))
        .build();
  }
}
