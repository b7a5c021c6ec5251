package org.writ.review.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.look.Language;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.pages.WayInPage;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseIds;
import org.writ.review.casework.CaseStatus;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.Casework;
import org.writ.review.casework.InvalidDecision;
import org.writ.web.problem.BodyLimit;
import org.writ.web.security.Roles;

/** The decision of a case: typed, looked at, sent. */
@Path("/desk/cases/{id}/decision")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class DecisionPage {

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance confirm(Summary s, Frame f);
  }

  private final CaseScreen screen;
  private final OneCase one;
  private final Casework casework;
  private final Drafting drafting;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  DecisionPage(
      CaseScreen screen,
      OneCase one,
      Casework casework,
      Drafting drafting,
      Visit visit,
      BodyLimit bodyLimit) {
    this.screen = screen;
    this.one = one;
    this.casework = casework;
    this.drafting = drafting;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response step(@PathParam("id") String id, InputStream body, UriInfo address) {
    var fields = FormBody.read(bodyLimit.read(body));
    CaseView view = one.read(CaseIds.known(id));
    int position = ItemPage.position(DecisionForm.first(fields, "at"), view.itemCount());
    var sent = new Sent(view, CaseScreen.seen(fields), position, DecisionForm.read(fields));
    var language = Language.of(DecisionForm.first(fields, "language"));
    if (language.isPresent()) {
      var answer = screen.again(sent, visit.words(language.get()));
      return Response.fromResponse(answer)
          .cookie(WayInPage.cookie(language.get(), address))
          .build();
    }
    String go = DecisionForm.first(fields, "go");
    return switch (go) {
      case "send" -> attempt(sent, this::send);
      case "review" -> attempt(sent, this::summary);
      default -> again(drafting.step(sent, go, fields));
    };
  }

  private Response again(Drafting.Draft draft) {
    return screen.again(draft.status(), draft.sent(), draft.faults(), draft.said(), "");
  }

  /** What is done with a decision that can be read. */
  private interface Then {
    Response with(Sent sent, OneCase.Whole whole);
  }

  private Response attempt(Sent sent, Then then) {
    OneCase.Whole whole = one.whole(sent.view());
    try {
      return then.with(sent, whole);
    } catch (InvalidDecision invalid) {
      var faults = DecisionFaults.byItem(visit.words(), invalid.faults(), whole.items());
      return again(Drafting.faulty(sent, faults, whole));
    } catch (CaseConflict conflict) {
      return again(sent, CaseScreen.CONFLICT, conflict.getMessage());
    } catch (HttpProblem problem) {
      if (problem.getStatusCode() != CaseScreen.STALE) {
        throw problem;
      }
      return again(sent.anew(), CaseScreen.STALE, problem.getDetail());
    }
  }

  private Response again(Sent sent, int status, @org.jspecify.annotations.Nullable String why) {
    return screen.again(status, sent, Map.of(), Said.NOTHING, screen.reason(why));
  }

  private Response summary(Sent sent, OneCase.Whole whole) {
    var foreseen =
        casework.foresee(
            sent.view().id(),
            sent.seen(),
            one.proposed(sent.view(), whole, sent.form()),
            one.reviewer());
    var frame =
        visit.frame(
            "", visit.words(), CasePage.address(sent.view().id()).toString(), CaseScreen.DRAFT);
    return Response.ok(
            Templates.confirm(
                Summary.of(
                    frame,
                    sent.view(),
                    whole.items(),
                    foreseen,
                    sent.form(),
                    sent.seen().version(),
                    sent.position()),
                frame))
        .build();
  }

  private Response send(Sent sent, OneCase.Whole whole) {
    var decided =
        one.takeIn(
            sent.view(),
            whole,
            sent.form(),
            proposed -> casework.close(sent.view().id(), sent.seen(), proposed, one.reviewer()));
    var news = decided.status() == CaseStatus.DECIDED ? News.DECIDED : News.PROPOSED;
    return Response.seeOther(news.at(CasePage.address(sent.view().id()))).build();
  }
}
