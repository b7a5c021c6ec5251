package org.writ.review.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;
import org.writ.review.quality.Disagreements.Disagreement;
import org.writ.review.quality.Disagreements.Item;
import org.writ.review.quality.Disagreements.Opinion;
import org.writ.review.quality.SecondReview.Judgement;

/**
 * A disagreement as its page shows it.
 *
 * @param f the frame
 * @param reviewer opaque id of whoever looks
 * @param g the disagreement
 * @param c the case that it is about
 * @param whyNot why whoever looks cannot settle it; null if they can, or it is settled
 * @param typed what was typed
 */
record DisagreementDetail(
    Frame f, String reviewer, Disagreement g, CaseView c, @Nullable String whyNot, Typed typed) {

  /**
   * What was typed, and what is wrong with it.
   *
   * @param judgement that was chosen; empty: none
   */
  record Typed(String judgement, String reason, String judgementFault, String reasonFault) {

    static final Typed NOTHING = new Typed("", "", "", "");
  }

  /**
   * An item that the two decided differently.
   *
   * @param firstStyle shape and colour of what was decided, in the stylesheet
   * @param first what was decided, and why
   * @param secondStyle the same of the second person
   */
  record Line(
      String identifier, String firstStyle, String first, String secondStyle, String second) {}

  /** Who decided what, and when. */
  record Said(String heading, String style, String outcome, String person, String moment) {}

  /** Name of a country in the reader's language. */
  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(f.w().language().locale());
  }

  /** The agency's file number, or what is left where it is erased. */
  public String title() {
    return Optional.ofNullable(c.facts().reference()).orElseGet(() -> f.w().t("case.erased.title"));
  }

  /** Both decisions. */
  public List<Said> opinions() {
    return List.of(
        said(f.w().t("disagreement.first"), g.first()),
        said(f.w().t("disagreement.second"), g.second()));
  }

  private Said said(String heading, Opinion opinion) {
    String outcome = Optional.ofNullable(opinion.outcome()).orElse("");
    return new Said(
        heading,
        Summary.style(outcome),
        f.w().of("outcome", outcome),
        People.name(f.w(), reviewer, opinion.by()),
        opinion.at() == null ? "" : f.moment(opinion.at()));
  }

  /** The items about which they differ. */
  public List<Line> lines() {
    Map<String, CaseView.Item> asked =
        c.items().stream().collect(Collectors.toMap(CaseView.Item::itemId, item -> item));
    return g.items().stream().map(item -> line(item, asked.get(item.itemId()))).toList();
  }

  private Line line(Item item, CaseView.@Nullable Item asked) {
    String identifier = asked == null ? null : asked.identifier().value();
    return new Line(
        identifier == null ? f.w().t("erased") : identifier,
        style(!item.approved()),
        verdict(!item.approved(), item.firstGround()),
        style(item.approved()),
        verdict(item.approved(), item.ground()));
  }

  private static String style(boolean approved) {
    return approved ? "good" : "bad";
  }

  private String verdict(boolean approved, @Nullable String ground) {
    if (approved) {
      return f.w().t("item.approved");
    }
    String refused = f.w().t("item.refused");
    return ground == null ? refused : refused + " · " + f.w().of("ground", ground);
  }

  /** Whether whoever looks can settle it. */
  public boolean open() {
    return g.judgement() == null && whyNot == null;
  }

  /** Whose judgement can be right. */
  public List<CaseDetail.Option> judgements() {
    return Arrays.stream(Judgement.values())
        .map(
            judgement ->
                new CaseDetail.Option(
                    judgement.name(),
                    f.w().of("judgement", judgement),
                    judgement.name().equals(typed.judgement())))
        .toList();
  }

  /** Whether something has to be corrected. */
  public boolean faulty() {
    return !typed.judgementFault().isEmpty() || !typed.reasonFault().isEmpty();
  }
}
