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
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.pages.FormBody;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseConflict;
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

  private static final int OK = 200;
  private static final String ALL_GROUND = "allGround";

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance confirm(Summary s, Frame f);
  }

  private final CaseScreen screen;
  private final OneCase one;
  private final Casework casework;
  private final Visit visit;
  private final BodyLimit bodyLimit;

  DecisionPage(
      CaseScreen screen, OneCase one, Casework casework, Visit visit, BodyLimit bodyLimit) {
    this.screen = screen;
    this.one = one;
    this.casework = casework;
    this.visit = visit;
    this.bodyLimit = bodyLimit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response step(@PathParam("id") String id, InputStream body) {
    var fields = FormBody.read(bodyLimit.read(body));
    CaseView view = one.read(CaseScreen.known(id));
    int position = ItemPage.position(DecisionForm.first(fields, "at"), view.itemCount());
    var sent = new Sent(view, CaseScreen.seen(fields), position, DecisionForm.read(fields));
    String[] go = DecisionForm.first(fields, "go").split(":", 2);
    return switch (go[0]) {
      case "page" -> turn(sent, go[go.length - 1]);
      case "refuse" -> refuseAll(sent, DecisionForm.first(fields, ALL_GROUND));
      case "start" -> edit(sent.with(DecisionForm.blank(), position));
      case "send" -> attempt(sent, this::send);
      case "review" -> attempt(sent, this::summary);
      default -> edit(sent);
    };
  }

  private Response turn(Sent sent, String to) {
    var page = one.page(sent.view(), sent.position());
    var form = sent.form().withoutUnchanged(page.items(), one.starts(sent.view(), page));
    return edit(sent.with(form, ItemPage.position(to, sent.view().itemCount())));
  }

  /** Nothing that was typed is given up for a refusal that lacks its ground. */
  private Response refuseAll(Sent sent, String ground) {
    if (one.allowed(sent.view()).grounds().contains(ground)) {
      return edit(sent.with(sent.form().refusingAll(ground), sent.position()));
    }
    String fault = visit.words().t("fault.ground");
    return screen.again(
        CaseScreen.UNPROCESSABLE,
        sent,
        Map.of("", List.of(fault)),
        new Said(ALL_GROUND, "", fault),
        "");
  }

  private Response edit(Sent sent) {
    return screen.again(OK, sent, Map.of(), Said.NOTHING, "");
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
      return screen.again(
          CaseScreen.UNPROCESSABLE,
          sent.with(sent.form(), at(faults, whole, sent)),
          faults,
          Said.NOTHING,
          "");
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

  /** The page with what is wrong: the one that was sent, if something is wrong there. */
  private static int at(Map<String, List<String>> faults, OneCase.Whole whole, Sent sent) {
    var items = whole.items();
    int end = Math.min(sent.position() + ItemPage.SIZE, items.size());
    if (items.subList(sent.position(), end).stream()
        .anyMatch(item -> faults.containsKey(item.itemId()))) {
      return sent.position();
    }
    for (int i = 0; i < items.size(); i++) {
      if (faults.containsKey(items.get(i).itemId())) {
        return i / ItemPage.SIZE * ItemPage.SIZE;
      }
    }
    return sent.position();
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
            "", visit.words(), CasePage.address(sent.view().id()).toString(), Frame.LANGUAGE_FORM);
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
    return Response.seeOther(URI.create(CasePage.address(sent.view().id()) + "?done=" + news.key()))
        .build();
  }
}
