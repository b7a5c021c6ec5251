package org.writ.intake.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.intake.refusal.OwnRefusals;
import org.writ.intake.refusal.RefusalReport;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** Why the agency's own requests were refused, and what would make them succeed. */
@Path("/desk/refusals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class RefusalsPage {

  private static final int MONTHS = 12;
  private static final int INVALID = 422;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance refusals(RefusalsDetail d, Frame f);
  }

  private final OwnRefusals refusals;
  private final Caller caller;
  private final Visit visit;

  RefusalsPage(OwnRefusals refusals, Caller caller, Visit visit) {
    this.refusals = refusals;
    this.caller = caller;
    this.visit = visit;
  }

  /**
   * The report of some days.
   *
   * @param from first day in UTC, as it was typed; with an empty {@code to}, empty: twelve months
   *     ago
   * @param to last day in UTC, as it was typed
   */
  @GET
  @Operation(hidden = true)
  public Response look(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    if (from.isEmpty() && to.isEmpty()) {
      LocalDate today = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
      return show(DaySpan.of(today.minusMonths(MONTHS), today));
    }
    return show(DaySpan.read(from, to));
  }

  private Response show(DaySpan days) {
    var frame = visit.frame("refusals");
    var detail = new RefusalsDetail(frame, days, report(days, frame));
    return Response.status(days.isSound() ? Response.Status.OK.getStatusCode() : INVALID)
        .entity(Templates.refusals(detail, frame))
        .build();
  }

  private @Nullable RefusalReport report(DaySpan days, Frame frame) {
    Instant begin = days.begin();
    Instant end = days.end();
    return begin == null || end == null || !days.isSound()
        ? null
        : refusals.of(caller.agencyId(), begin, end, frame.w());
  }
}
