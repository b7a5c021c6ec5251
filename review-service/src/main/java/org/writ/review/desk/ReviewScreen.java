package org.writ.review.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.look.Words;
import org.writ.pages.Frame;
import org.writ.pages.Visit;
import org.writ.review.quality.Disagreements;
import org.writ.review.quality.Quality;
import org.writ.web.problem.Problems;

/** Shows second reviews: those that wait, and one with what was typed about it. */
@RequestScoped
class ReviewScreen {

  private static final int OK = 200;
  private static final int ON_A_PAGE = 50;
  private static final String HERE = "reviews";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The templates. */
  @CheckedTemplate(basePath = "desk")
  static class Templates {

    private Templates() {}

    static native TemplateInstance reviews(ReviewList l, Frame f);

    static native TemplateInstance review(CaseDetail d, Quality.Held held, Frame f);
  }

  private final Quality quality;
  private final Disagreements disagreements;
  private final OneCase one;
  private final CaseScreen cases;
  private final Visit visit;

  ReviewScreen(
      Quality quality, Disagreements disagreements, OneCase one, CaseScreen cases, Visit visit) {
    this.quality = quality;
    this.disagreements = disagreements;
    this.one = one;
    this.cases = cases;
    this.visit = visit;
  }

  /** An id that can be one; 404 otherwise. */
  static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problems.unknown("There is no such review.");
    }
    return id;
  }

  /** Those that wait, and what has just been done. */
  Response list(ReviewListPage.@Nullable Done done) {
    return list(OK, done, "", List.of());
  }

  /** Those that wait, and why another one cannot be looked at. */
  Response refused(@Nullable String why) {
    return refused(why, List.of());
  }

  /**
   * The same for somebody who typed a decision that nobody takes any more.
   *
   * @param typed in their own words
   */
  Response refused(@Nullable String why, List<String> typed) {
    return list(CaseScreen.CONFLICT, null, cases.reason(why), typed);
  }

  private Response list(
      int status, ReviewListPage.@Nullable Done done, String notice, List<String> typed) {
    var frame = visit.frame(HERE, visit.words(), ReviewListPage.ADDRESS, Frame.LANGUAGE_FORM);
    var list =
        new ReviewList(
            frame,
            quality.waiting(ON_A_PAGE, one.reviewer()),
            one.senior() ? disagreements.page(false, null, ON_A_PAGE, one.reviewer()) : List.of(),
            one.senior(),
            done,
            notice,
            typed);
    return Response.status(status).entity(Templates.reviews(list, frame)).build();
  }

  /** A review with its form. */
  Response show(Quality.Held held, Sent sent, @Nullable String document) {
    return answer(held, Drafting.Draft.sound(sent), "", document, visit.words());
  }

  /** The same in another language. */
  Response show(Quality.Held held, Sent sent, Words chosen) {
    return answer(held, Drafting.Draft.sound(sent), "", null, chosen);
  }

  /** The same with what was typed, and what is wrong with it. */
  Response show(Quality.Held held, Drafting.Draft draft) {
    return answer(held, draft, "", null, visit.words());
  }

  /** The same with why it is not possible. */
  Response conflict(Quality.Held held, Sent sent, @Nullable String why) {
    return notSent(held, sent, cases.reason(why));
  }

  /** The same for somebody whose claim had lapsed, and who has taken the review anew. */
  Response lapsed(Quality.Held held, Sent sent) {
    return notSent(held, sent, visit.words().t("review.lapsed"));
  }

  private Response notSent(Quality.Held held, Sent sent, String notice) {
    var draft = new Drafting.Draft(CaseScreen.CONFLICT, sent, Map.of(), Said.NOTHING);
    return answer(held, draft, notice, null, visit.words());
  }

  private Response answer(
      Quality.Held held,
      Drafting.Draft draft,
      String notice,
      @Nullable String document,
      Words words) {
    Sent sent = draft.sent();
    var view = sent.view();
    var page = one.page(view, sent.position());
    var frame =
        visit.frame(HERE, words, ReviewPage.address(held.id()).toString(), CaseScreen.DRAFT);
    var detail =
        new CaseDetail(
            frame,
            view,
            sent.seen().version(),
            one.reviewer().id(),
            Supervision.none(one.senior()),
            held.id(),
            one.allowed(view),
            page,
            one.starts(view, page),
            sent.form(),
            draft.faults(),
            draft.said(),
            notice,
            document,
            News.NONE);
    return Response.status(draft.status()).entity(Templates.review(detail, held, frame)).build();
  }
}
