package org.writ.review.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.ReviewReasons;
import org.writ.review.casework.BlindCases;
import org.writ.review.conflict.Conflicts;
import org.writ.web.list.TimeCursor;

/** What senior reviewers do where a second review disagrees. Each command is one transaction. */
@ApplicationScoped
public class Disagreements {

  private final Transactions transactions;
  private final ReviewSteps steps;
  private final QualityRows rows;
  private final BlindCases cases;
  private final Conflicts conflicts;
  private final CaseKeys keys;

  Disagreements(
      Transactions transactions,
      ReviewSteps steps,
      QualityRows rows,
      BlindCases cases,
      Conflicts conflicts,
      CaseKeys keys) {
    this.transactions = transactions;
    this.steps = steps;
    this.rows = rows;
    this.cases = cases;
    this.conflicts = conflicts;
    this.keys = keys;
  }

  /**
   * A disagreement, for whoever settles it.
   *
   * @param id names the review
   * @param caseId of the case
   * @param first what was decided
   * @param second what the second person would have decided
   * @param items about which they disagree
   * @param note the second person's, told to whoever settles it; null in lists, if there is none,
   *     or if the case is erased
   * @param judgement null until it is settled
   */
  @Schema(name = "Disagreement")
  public record Disagreement(
      String id,
      String caseId,
      String country,
      String process,
      Opinion first,
      Opinion second,
      List<Item> items,
      @Nullable String note,
      @Nullable String judgement) {}

  /** Who decided what. */
  @Schema(name = "DisagreementOpinion")
  public record Opinion(@Nullable String outcome, @Nullable String by, @Nullable Instant at) {}

  /**
   * What the second person would have done with an item; the first did the contrary.
   *
   * @param ground null if they would have approved it
   * @param firstGround on which the first refused it, also if that decision was appealed against
   *     since; null if they approved it
   */
  @Schema(name = "DisagreementItem")
  public record Item(
      String itemId, boolean approved, @Nullable String ground, @Nullable String firstGround) {

    static Item of(ReviewedItemRow row, Map<String, String> firstGrounds) {
      return new Item(row.itemId, row.approved, row.ground, firstGrounds.get(row.itemId));
    }
  }

  /**
   * Settles a disagreement, and reads the second person's note, as the event records.
   *
   * @throws ReviewConflict see {@link SecondReview#settle}; or if the person had a part in any
   *     decision about the case
   */
  public Disagreement settle(
      String decision, SecondReview.Judgement judgement, String reason, Actor senior) {
    return transactions.call(
        () -> {
          SecondReviewRow row = steps.lock(decision, senior);
          ReviewReasons reasons = reasons(row);
          steps.append(row, senior, settling(row, judgement, reason, reasons == null, senior));
          return view(row, reasons == null ? null : reasons.getText());
        });
  }

  private NewEvent settling(
      SecondReviewRow row,
      SecondReview.Judgement judgement,
      String reason,
      boolean erased,
      Actor senior) {
    NewEvent event = row.review().settle(judgement, reason, erased, senior.id());
    if (cases.hasPart(row.caseId, senior.id())) {
      throw new ReviewConflict("You had a part in deciding the case; another person settles it.");
    }
    return event;
  }

  /**
   * Whether somebody could settle a disagreement, without doing it: for whoever wants to know
   * before.
   *
   * @throws ReviewConflict why not, as {@link #settle} says it
   */
  public void foresee(String decision, Actor senior) {
    transactions.call(
        () ->
            settling(
                steps.find(decision, senior), SecondReview.Judgement.EITHER, "", true, senior));
  }

  /**
   * A disagreement, settled or not, without the second person's note.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none
   */
  public Disagreement read(String decision, Actor senior) {
    return transactions.call(
        () -> {
          SecondReviewRow row = steps.find(decision, senior);
          if (row.state != SecondReview.State.DISAGREED
              && row.state != SecondReview.State.SETTLED) {
            throw ReviewSteps.unknown();
          }
          return view(row, null);
        });
  }

  /**
   * Disagreements by the time of the second decision, but those about agencies of a conflict.
   * Without their notes: these are about persons, and whoever reads such is recorded.
   */
  public List<Disagreement> page(
      boolean settled, @Nullable TimeCursor after, int most, Actor senior) {
    var state = settled ? SecondReview.State.SETTLED : SecondReview.State.DISAGREED;
    return transactions.call(
        () ->
            rows.page(state, conflicts.of(senior.id()), after, most).stream()
                .map(row -> view(row, null))
                .toList());
  }

  private Disagreement view(SecondReviewRow row, @Nullable String note) {
    Map<String, String> firstGrounds = cases.grounds(row.caseId, row.decision);
    return new Disagreement(
        row.decision,
        row.caseId,
        row.country,
        row.process,
        new Opinion(row.firstOutcome, row.decidedBy, row.decidedAt),
        new Opinion(row.secondOutcome, row.reviewer, row.givenAt),
        rows.items(row.decision).stream().map(item -> Item.of(item, firstGrounds)).toList(),
        note,
        row.judgement);
  }

  private @Nullable ReviewReasons reasons(SecondReviewRow row) {
    return row.sealedReasons().flatMap(part -> keys.open(part, ReviewReasons.class)).orElse(null);
  }
}
