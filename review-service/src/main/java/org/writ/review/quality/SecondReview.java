package org.writ.review.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.NewEvent;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DisagreementSettled;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;
import org.writ.events.review.ReviewReasons;
import org.writ.events.review.ReviewedItem;
import org.writ.events.review.SecondReviewClaimed;
import org.writ.events.review.SecondReviewGiven;

/**
 * How the second review of a decision stands, and what may follow. Pure.
 *
 * @param decision ce_id of the decision's event
 * @param decidedBy opaque id of the person who decided
 * @param confirmedBy opaque id of the second person who confirmed it; null if none did
 * @param state where it stands
 * @param reviewer opaque id of who holds it, or gave the second decision; null before
 * @param leaseUntil when the claim lapses; null before there is one
 */
public record SecondReview(
    String decision,
    String decidedBy,
    @Nullable String confirmedBy,
    State state,
    @Nullable String reviewer,
    @Nullable Instant leaseUntil) {

  /** How long a second review is held. */
  static final Duration LEASE = Duration.ofHours(4);

  /** Where it stands. */
  public enum State {
    /** It waits for the second decision. */
    WAITING,
    /** Both say the same. */
    AGREED,
    /** They do not, and a senior reviewer has to look. */
    DISAGREED,
    /** A senior reviewer has looked. */
    SETTLED,
    /** The decision stands no longer, or its case is erased. */
    DROPPED
  }

  /** Whose judgement was right. */
  public enum Judgement {
    /** Of the one who decided. */
    FIRST,
    /** Of the one who reviewed it. */
    SECOND,
    /** One can decide it either way. */
    EITHER
  }

  /**
   * Somebody takes it; who holds it already takes it anew.
   *
   * @throws ReviewConflict if it waits no longer, somebody else holds it, or the person decided
   */
  NewEvent claim(String person, Instant now) {
    requireWaiting();
    requireOutsider(person);
    if (!isHeldBy(person, now) && leaseUntil != null && now.isBefore(leaseUntil)) {
      throw new ReviewConflict("Somebody else holds the review; claim another one.");
    }
    return NewEvent.open(new SecondReviewClaimed(decision, person, now.plus(LEASE)));
  }

  /**
   * The second decision.
   *
   * @param items what the second person decides
   * @param first what was decided, about the same items
   * @param reasons the sealed part; null if the case's key is erased
   * @throws ReviewConflict if the person does not hold it, or it waits no longer
   */
  NewEvent give(
      CaseOutcome outcome,
      List<ItemDecision> items,
      List<ItemDecision> first,
      @Nullable ReviewReasons reasons,
      String person,
      Instant now) {
    requireHolder(person, now);
    Map<String, ItemDecision> decided =
        first.stream().collect(Collectors.toMap(ItemDecision::getItemId, Function.identity()));
    var reviewed = new ArrayList<ReviewedItem>(items.size());
    for (ItemDecision item : items) {
      ItemDecision other = decided.get(item.getItemId());
      reviewed.add(
          new ReviewedItem(
              item.getItemId(),
              item.getOutcome() == ItemOutcome.APPROVED,
              other != null && other.getOutcome() == item.getOutcome(),
              item.getDataTypes(),
              item.getGround()));
    }
    var given =
        new SecondReviewGiven(
            decision,
            person,
            outcome.name(),
            List.copyOf(reviewed),
            reviewed.stream().allMatch(ReviewedItem::getAgrees),
            null);
    return reasons == null ? NewEvent.open(given) : NewEvent.sealed(given, reasons);
  }

  /**
   * A senior reviewer looked at the disagreement.
   *
   * @param erased whether the case's key is erased; then the reason is not kept
   * @throws ReviewConflict if there is none, or the person decided or reviewed it
   */
  NewEvent settle(Judgement judgement, String reason, boolean erased, String senior) {
    if (state != State.DISAGREED) {
      throw new ReviewConflict("No disagreement about the decision waits to be settled.");
    }
    requireOutsider(senior);
    if (senior.equals(reviewer)) {
      throw new ReviewConflict("You reviewed the decision; another person settles it.");
    }
    var settled = new DisagreementSettled(decision, senior, judgement.name(), null);
    return erased
        ? NewEvent.open(settled)
        : NewEvent.sealed(settled, new ReviewReasons(reason, List.of()));
  }

  /** Whether the person holds it, and the claim is still good. */
  boolean isHeldBy(String person, Instant now) {
    return person.equals(reviewer) && leaseUntil != null && now.isBefore(leaseUntil);
  }

  /**
   * Whoever decides holds it.
   *
   * @throws ReviewConflict if the person does not, or it waits no longer
   */
  void requireHolder(String person, Instant now) {
    requireWaiting();
    if (!isHeldBy(person, now)) {
      throw new ReviewConflict("You do not hold the review: claim it first.");
    }
  }

  private void requireWaiting() {
    if (state != State.WAITING) {
      throw new ReviewConflict("The decision is reviewed already, or stands no longer.");
    }
  }

  private void requireOutsider(String person) {
    if (decidedBy.equals(person) || person.equals(confirmedBy)) {
      throw new ReviewConflict("You had a part in the decision; another person reviews it.");
    }
  }
}
