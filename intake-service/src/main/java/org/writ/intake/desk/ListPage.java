package org.writ.intake.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestStatus;
import org.writ.intake.request.OwnRequests;
import org.writ.intake.request.RequestList;
import org.writ.pages.DueTime;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** The agency's own requests. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AGENCY)
class ListPage {

  private static final int ON_A_PAGE = 25;

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance list(
        Frame f,
        List<Line> lines,
        List<Status> statuses,
        String chosen,
        String older,
        boolean first);
  }

  /**
   * A request in the list.
   *
   * @param state its status
   * @param due when it has to be answered; null once it is
   */
  record Line(RequestList.Entry entry, State state, @Nullable DueTime due) {}

  /** A status that the list can be cut down to. */
  record Status(String value, String label) {}

  private final OwnRequests requests;
  private final Caller caller;
  private final Visit visit;

  ListPage(OwnRequests requests, Caller caller, Visit visit) {
    this.requests = requests;
    this.caller = caller;
    this.visit = visit;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("status") @Nullable String chosen, @QueryParam("cursor") @Nullable String from) {
    var frame = visit.frame("list");
    var status = status(chosen);
    var found = requests.list(caller.agencyId(), status, cursor(from), ON_A_PAGE);
    return Templates.list(
        frame,
        found.items().stream().map(entry -> line(frame, entry)).toList(),
        Arrays.stream(RequestStatus.values())
            .filter(value -> value != RequestStatus.UNKNOWN)
            .map(value -> new Status(value.name(), frame.w().of("status", value)))
            .toList(),
        status == null ? "" : status.name(),
        Optional.ofNullable(found.nextCursor()).orElse(""),
        from == null);
  }

  private static Line line(Frame frame, RequestList.Entry entry) {
    return new Line(
        entry,
        State.of(frame.w(), entry.status()),
        State.isAnswered(entry.status())
            ? null
            : DueTime.of(frame, entry.receivedAt(), entry.dueAt()));
  }

  private static @Nullable RequestStatus status(@Nullable String chosen) {
    return Arrays.stream(RequestStatus.values())
        .filter(value -> value.name().equals(chosen))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable TimeCursor cursor(@Nullable String text) {
    return text == null
        ? null
        : TimeCursor.parse(text)
            .orElseThrow(() -> Problems.unknown("There is no such place in the list."));
  }
}
