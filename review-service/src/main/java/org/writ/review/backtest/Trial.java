package org.writ.review.backtest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.review.casework.PastCase;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.policy.LegalAnalysis;
import org.writ.review.policy.Policies;
import org.writ.review.policy.Policy;
import org.writ.review.policy.UnanswerableRule;

/** Compares cases one after the other, and keeps what a page of it shows. Not thread-safe. */
final class Trial {

  private final Policy policy;
  private final Policies current;
  private final Jurisdictions.History history;
  private final int size;
  private final Tally tally = new Tally();
  private final List<ChangedCase> changed = new ArrayList<>();

  /**
   * Of a policy.
   *
   * @param current the policies that count
   * @param history of the safeguards
   * @param size most cases of the page
   */
  Trial(Policy policy, Policies current, Jurisdictions.History history, int size) {
    this.policy = policy;
    this.current = current;
    this.history = history;
    this.size = size;
  }

  /**
   * Compares a case.
   *
   * @param withheld whether it is counted and not shown
   */
  void compare(PastCase past, boolean withheld) {
    RequestSubmitted request = past.request();
    if (!current.wouldGovern(
        policy, request.getRegime(), request.getCountry(), request.getReceivedAt())) {
      tally.outside();
      return;
    }
    List<Finding> anew;
    try {
      anew =
          LegalAnalysis.of(
              policy, history.at(request.getCountry(), request.getReceivedAt()), request);
    } catch (UnanswerableRule unanswerable) {
      tally.unanswered(request.getCountry(), unanswerable.rule());
      return;
    }
    List<Difference> added = Difference.between(anew, past.findings());
    List<Difference> removed = Difference.between(past.findings(), anew);
    tally.count(request.getCountry(), added, removed);
    if (added.isEmpty() && removed.isEmpty()) {
      return;
    }
    if (withheld) {
      tally.withhold();
    } else if (!isMoreThanAPage()) {
      changed.add(ChangedCase.of(past, added, removed));
    }
  }

  /** Whether there is a case after those of the page: one more tells whether there is a next. */
  boolean isMoreThanAPage() {
    return changed.size() > size;
  }

  /** What was counted. */
  Tally.Totals totals() {
    return tally.totals();
  }

  /** The cases of the page. */
  List<ChangedCase> shown() {
    return List.copyOf(isMoreThanAPage() ? changed.subList(0, size) : changed);
  }

  /** Where the next page begins; null if this is the last one. */
  @Nullable String nextCursor() {
    return isMoreThanAPage() ? changed.get(size - 1).cursor() : null;
  }
}
