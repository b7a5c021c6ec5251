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
import org.writ.look.Words;
import org.writ.pages.Frame;
import org.writ.pages.Reasons;
import org.writ.pages.Visit;
import org.writ.review.casework.CaseConflict;
import org.writ.review.casework.CaseView;
import org.writ.review.casework.SeenVersion;

/** Shows a case: as it is, or again with what was typed and why it did not go through. */
@RequestScoped
class CaseScreen {

  static final int CONFLICT = 409;
  static final int STALE = 412;
  static final int UNPROCESSABLE = 422;
  private static final int OK = 200;

  /** Id of the form of a decision; what is typed there is kept when a language is chosen. */
  static final String DRAFT = "draft";

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

  /** The state of the case that a form was made for. */
  static SeenVersion seen(Map<String, List<String>> fields) {
    String typed = DecisionForm.first(fields, "seen");
    return new SeenVersion(VERSION.matcher(typed).matches() ? Long.parseLong(typed) : -1);
  }

  /** The case as it is. */
  Response show(String id, @Nullable String position, @Nullable String document, News news) {
    CaseView view = one.read(id);
    int place = ItemPage.position(position, view.itemCount());
    return answer(
        OK, Sent.blank(view, place), Map.of(), Said.NOTHING, "", document, news, visit.words());
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
    return Response.seeOther(news.at(CasePage.address(id))).build();
  }

  /** The case with what was typed into one of its smaller forms. */
  Response again(String id, int status, Said said, String notice) {
    return answer(
        status,
        Sent.blank(one.read(id), 0),
        Map.of(),
        said,
        notice,
        null,
        News.NONE,
        visit.words());
  }

  /** The case with a decision that is not sent yet. */
  Response again(
      int status, Sent sent, Map<String, List<String>> faults, Said said, String notice) {
    return answer(status, sent, faults, said, notice, null, News.NONE, visit.words());
  }

  /** The case in another language, with a decision that is not sent yet. */
  Response again(Sent sent, Words chosen) {
    return answer(OK, sent, Map.of(), Said.NOTHING, "", null, News.NONE, chosen);
  }

  /** Why it is not possible, in the reader's language. */
  String reason(@Nullable String said) {
    return reason(visit.words(), said);
  }

  private String reason(Words words, @Nullable String said) {
    return Optional.ofNullable(said)
        .map(
            sentence ->
                reasons.say(words, sentence).orElseGet(() -> words.t("refusal.other", sentence)))
        .orElse("");
  }

  private Response answer(
      int status,
      Sent sent,
      Map<String, List<String>> faults,
      Said said,
      String notice,
      @Nullable String document,
      News news,
      Words words) {
    CaseView view = sent.view();
    var page = one.page(view, sent.position());
    var frame =
        visit.frame(
            "",
            words,
            CasePage.address(view.id()).toString(),
            CaseDetail.isWorkable(view, one.reviewer().id()) ? DRAFT : Frame.LANGUAGE_FORM);
    var detail =
        new CaseDetail(
            frame,
            view,
            sent.seen().version(),
            one.reviewer().id(),
            one.supervision(view, why -> reason(words, why)),
            null,
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
