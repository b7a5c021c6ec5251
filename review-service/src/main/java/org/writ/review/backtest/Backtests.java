package org.writ.review.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.events.intake.RequestSubmitted;
import org.writ.events.review.Finding;
import org.writ.review.casework.PastCase;
import org.writ.review.casework.PastCases;
import org.writ.review.conflict.Conflicts;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.policy.LegalAnalysis;
import org.writ.review.policy.Policies;
import org.writ.review.policy.Policy;
import org.writ.review.policy.PolicyRegister;
import org.writ.review.policy.Policymaking;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;

/**
 * Analyses decided cases anew. Read from the datastore's open parts, a few at a time, each few in a
 * transaction of its own; with the safeguards that counted when the request was received. One at a
 * time per instance, since it takes a processor for itself.
 */
@ApplicationScoped
public class Backtests {

  /** Cases read at once. */
  private static final int BATCH = 1_000;

  /** After every id. */
  private static final String LAST_ID = "~";

  private final Policymaking policymaking;
  private final PolicyRegister register;
  private final Jurisdictions jurisdictions;
  private final PastCases pastCases;
  private final Conflicts conflicts;
  private final Transactions transactions;
  private final Semaphore free = new Semaphore(1);

  Backtests(
      Policymaking policymaking,
      PolicyRegister register,
      Jurisdictions jurisdictions,
      PastCases pastCases,
      Conflicts conflicts,
      Transactions transactions) {
    this.policymaking = policymaking;
    this.register = register;
    this.jurisdictions = jurisdictions;
    this.pastCases = pastCases;
    this.conflicts = conflicts;
    this.transactions = transactions;
  }

  /**
   * A page of the cases in which a policy finds something else than was found, without those of
   * agencies about which the reader is in a conflict of interest.
   *
   * @param id of a policy of any standing
   * @param after the place after which the page begins; null: the first one, with the totals
   * @param size most cases of the page
   * @param reader opaque id of whoever asks
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such policy, 503 while
   *     another back-test runs
   */
  public BacktestView run(
      String id, BacktestPeriod period, @Nullable TimeCursor after, int size, String reader) {
    Policy policy = policymaking.compiled(id);
    if (!free.tryAcquire()) {
      throw Problems.overloaded("Another back-test runs; try again in a moment.");
    }
    try {
      return run(policy, period, after, size, transactions.call(() -> conflicts.of(reader)));
    } finally {
      free.release();
    }
  }

  private BacktestView run(
      Policy policy,
      BacktestPeriod period,
      @Nullable TimeCursor after,
      int size,
      Set<String> without) {
    Policies current = register.current();
    Jurisdictions.History history = jurisdictions.history();
    var tally = new Tally();
    var changed = new ArrayList<ChangedCase>();
    // Before the period's first millisecond, with the highest of ids: a place like any other.
    Instant before = period.from().minusMillis(1);
    boolean within = after != null && after.at().isAfter(before);
    Instant place = within ? Objects.requireNonNull(after).at() : before;
    String placeId = within ? Objects.requireNonNull(after).id() : LAST_ID;
    if (!place.isBefore(period.to())) {
      return view(policy, period, null, List.of(), null);
    }
    List<PastCase> batch = next(place, placeId, period.to(), without);
    while (!batch.isEmpty() && (after == null || changed.size() <= size)) {
      for (PastCase past : batch) {
        compare(policy, current, history, past, tally, changed, size);
      }
      PastCase last = batch.getLast();
      batch = next(last.request().getReceivedAt(), last.id(), period.to(), without);
    }
    boolean more = changed.size() > size;
    List<ChangedCase> shown = more ? changed.subList(0, size) : changed;
    return view(
        policy,
        period,
        after == null ? tally.totals() : null,
        List.copyOf(shown),
        more ? shown.getLast().cursor() : null);
  }

  private static BacktestView view(
      Policy policy,
      BacktestPeriod period,
      Tally.@Nullable Totals totals,
      List<ChangedCase> shown,
      @Nullable String nextCursor) {
    return new BacktestView(
        policy.id(), policy.digest(), period.from(), period.to(), totals, shown, nextCursor);
  }

  private List<PastCase> next(Instant after, String afterId, Instant until, Set<String> without) {
    return transactions.call(() -> pastCases.next(after, afterId, until, without, BATCH));
  }

  private static void compare(
      Policy policy,
      Policies current,
      Jurisdictions.History history,
      PastCase past,
      Tally tally,
      List<ChangedCase> changed,
      int size) {
    RequestSubmitted request = past.request();
    Instant received = request.getReceivedAt();
    if (!current.wouldGovern(policy, request.getRegime(), request.getCountry(), received)) {
      tally.outside();
      return;
    }
    List<Finding> anew = anew(policy, history, past);
    List<Difference> added = Difference.between(anew, past.findings());
    List<Difference> removed = Difference.between(past.findings(), anew);
    tally.count(request.getCountry(), added, removed);
    // One more than the page has tells whether there is a next one.
    if ((!added.isEmpty() || !removed.isEmpty()) && changed.size() <= size) {
      changed.add(ChangedCase.of(past, added, removed));
    }
  }

  private static List<Finding> anew(Policy policy, Jurisdictions.History history, PastCase past) {
    RequestSubmitted request = past.request();
    try {
      return LegalAnalysis.of(
          policy, history.at(request.getCountry(), request.getReceivedAt()), request);
    } catch (IllegalStateException unanswerable) {
      throw Problems.conflict(unanswerable.getMessage() + " (case " + past.id() + ")");
    }
  }
}
