package org.writ.review.desk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.pages.Reasons;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.SeenVersion;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/** Shows a case: as it is, or again with what was typed and why it did not go through. */
@RequestScoped
class CaseScreen {

  static final int CONFLICT = 409;
  static final int STALE = 412;
  static final int UNPROCESSABLE = 422;
  private static final int OK = 200;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

  /** The template. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance one(CaseDetail d, Frame f);
  }

  private final OneCase one;
  private final Reasons reasons;
  private final Visit visit;

  CaseScreen(OneCase one, Reasons reasons, Visit visit) {
    this.one = one;
    this.reasons = reasons;
    this.visit = visit;
  }

  /** An id that can be one; 404 otherwise. */
  static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problems.unknown("There is no such case.");
    }
    return id;
  }

  /** The state of the case that a form was made for. */
  static SeenVersion seen(Map<String, List<String>> fields) {
    String typed = DecisionForm.first(fields, "seen");
    return new SeenVersion(VERSION.matcher(typed).matches() ? Long.parseLong(typed) : -1);
  }

  /** The case as it is. */
  Response show(String id, @Nullable String position, @Nullable String document, News news) {
    CaseView view = one.read(id);
    int place = ItemPage.position(position, view.itemCount());
    return answer(OK, Sent.blank(view, place), Map.of(), Said.NOTHING, "", document, news);
  }

  /** Carries out a change and leads back to the case; or shows why it is not possible. */
  Response attempt(String id, Said said, Runnable change) {
    return attempt(id, said, News.NONE, change);
  }

  /** The same, and says what was done. */
  Response attempt(String id, Said said, News news, Runnable change) {
    try {
      change.run();
    } catch (CaseConflict conflict) {
      return again(id, CONFLICT, said, reason(conflict.getMessage()));
    } catch (HttpProblem problem) {
      if (problem.getStatusCode() != STALE) {
        throw problem;
      }
      return again(id, STALE, said, reason(problem.getDetail()));
    }
    String address = CasePage.address(id) + (news == News.NONE ? "" : "?done=" + news.key());
    return Response.seeOther(java.net.URI.create(address)).build();
  }

  /** The case with what was typed into one of its smaller forms. */
  Response again(String id, int status, Said said, String notice) {
    return answer(status, Sent.blank(one.read(id), 0), Map.of(), said, notice, null, News.NONE);
  }

  /** The case with a decision that is not sent yet. */
  Response again(
      int status, Sent sent, Map<String, List<String>> faults, Said said, String notice) {
    return answer(status, sent, faults, said, notice, null, News.NONE);
  }

  /** Why it is not possible, in the reader's language. */
  String reason(@Nullable String said) {
    return Optional.ofNullable(said)
        .map(sentence -> reasons.say(visit.words(), sentence).orElse(sentence))
        .orElse("");
  }

  private Response answer(
      int status,
      Sent sent,
      Map<String, List<String>> faults,
      Said said,
      String notice,
      @Nullable String document,
      News news) {
    CaseView view = sent.view();
    var page = one.page(view, sent.position());
    var frame =
        visit.frame("", visit.words(), CasePage.address(view.id()).toString(), Frame.LANGUAGE_FORM);
    var detail =
        new CaseDetail(
            frame,
            view,
            sent.seen().version(),
            one.reviewer().id(),
            one.reviewer().role().equals(Roles.SENIOR_REVIEWER),
            one.allowed(view),
            page,
            one.starts(view, page),
            sent.form(),
            faults,
            said,
            notice,
            document,
            news);
    return Response.status(status).entity(Templates.one(detail, frame)).build();
  }
}
