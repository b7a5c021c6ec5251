package org.writ.review.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.casework.AssignmentBody;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseIds;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.SeenVersion;
import org.writ.review.casework.Supervising;
import org.writ.web.problem.BodyLimit;
import org.writ.web.problem.Reading;
import org.writ.web.security.Roles;

/** Gives a case to somebody, or takes it from its holder. */
@Path("/desk/cases/{id}/assignment")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SENIOR_REVIEWER)
class AssignmentPage {

  private static final int OK = 200;

  /** The field of the form, and the member of the API's body. */
  private static final String ASSIGNEE = "assignee";

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance assignment(AssignmentDetail d, Frame f);
  }

  private final CaseScreen screen;
  private final OneCase one;
  private final Supervising supervising;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  AssignmentPage(
      CaseScreen screen, OneCase one, Supervising supervising, Visit visit, BodyLimit bodyLimit) {
    this.screen = screen;
    this.one = one;
    this.supervising = supervising;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  /**
   * The form, whose case is read for it, which is recorded.
   *
   * @param seen the state of the case that whoever asks has seen
   */
  @GET
  @Operation(hidden = true)
  public Response look(@PathParam("id") String id, @QueryParam("seen") @Nullable String seen) {
    CaseView view = one.read(CaseIds.known(id));
    var known =
        seen == null
            ? new SeenVersion(view.version())
            : CaseScreen.seen(Map.of("seen", List.of(seen)));
    return show(OK, view, known, "", "", "");
  }

  /** An id that is typed goes before one that is chosen. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response assign(@PathParam("id") String id, InputStream body) {
    var fields = FormBody.read(bodyLimit.read(body));
    CaseIds.known(id);
    var seen = CaseScreen.seen(fields);
    if (DecisionForm.first(fields, "go").equals("take")) {
      return attempt(id, seen, null, News.TAKEN);
    }
    String typed = DecisionForm.first(fields, "other").strip();
    String assignee = typed.isEmpty() ? DecisionForm.first(fields, ASSIGNEE) : typed;
    if (assignee.isEmpty()) {
      return faulty(id, seen, assignee, visit.words().t("fault.choose"));
    }
    var json = JsonNodeFactory.instance.objectNode().put(ASSIGNEE, assignee);
    return switch (AssignmentBody.read(json)) {
      case Reading.Sound<AssignmentBody>(AssignmentBody to) ->
          attempt(id, seen, to.assignee(), News.ASSIGNED);
      case Reading.Faulty<AssignmentBody>(var faults) ->
          faulty(id, seen, assignee, DecisionFaults.say(visit.words(), faults.getFirst().detail()));
    };
  }

  private Response attempt(String id, SeenVersion seen, @Nullable String assignee, News news) {
    String typed = assignee == null ? "" : assignee;
    try {
      supervising.assign(id, seen, assignee, one.reviewer());
    } catch (CaseConflict conflict) {
      return refused(CaseScreen.CONFLICT, id, typed, conflict.getMessage());
    } catch (HttpProblem problem) {
      if (problem.getStatusCode() != CaseScreen.STALE) {
        throw problem;
      }
      return refused(CaseScreen.STALE, id, typed, problem.getDetail());
    }
    return Response.seeOther(news.at(CasePage.address(id))).build();
  }

  private Response faulty(String id, SeenVersion seen, String typed, String fault) {
    return show(CaseScreen.UNPROCESSABLE, one.read(id), seen, typed, fault, "");
  }

  /** Shown for the case as it is now, to whoever is told why. */
  private Response refused(int status, String id, String typed, @Nullable String why) {
    CaseView view = one.read(id);
    return show(status, view, new SeenVersion(view.version()), typed, "", screen.reason(why));
  }

  private Response show(
      int status, CaseView view, SeenVersion seen, String typed, String fault, String notice) {
    var frame =
        visit.frame(
            "", visit.words(), CasePage.address(view.id()) + "/assignment", Frame.LANGUAGE_FORM);
    var detail =
        new AssignmentDetail(
            frame,
            view,
            seen.version(),
            one.reviewer().id(),
            one.colleagues(),
            typed,
            fault,
            notice);
    return Response.status(status).entity(Templates.assignment(detail, frame)).build();
  }
}
