package org.writ.review.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Transactions;
import org.writ.review.casework.PastCase;
import org.writ.review.casework.PastCases;
import org.writ.review.conflict.Conflicts;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.policy.Policy;
import org.writ.review.policy.PolicyRegister;
import org.writ.review.policy.Policymaking;
import org.writ.review.quality.Unreviewed;
import org.writ.review.security.Reviewers;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

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
  private final Unreviewed unreviewed;
  private final Transactions transactions;
  private final Semaphore free = new Semaphore(1);

  Backtests(
      Policymaking policymaking,
      PolicyRegister register,
      Jurisdictions jurisdictions,
      PastCases pastCases,
      Conflicts conflicts,
      Unreviewed unreviewed,
      Transactions transactions) {
    this.policymaking = policymaking;
    this.register = register;
    this.jurisdictions = jurisdictions;
    this.pastCases = pastCases;
    this.conflicts = conflicts;
    this.unreviewed = unreviewed;
    this.transactions = transactions;
  }

  /**
   * Whoever asks.
   *
   * @param person opaque id
   * @param reviews whether they may take second reviews
   */
  public record Reader(String person, boolean reviews) {

    /** The caller, in the roles that run back-tests. */
    public static Reader of(Reviewers reviewers) {
      return new Reader(
          reviewers.inFirstOf(Roles.SENIOR_REVIEWER, Roles.OPS, Roles.AUDITOR).id(),
          reviewers.isReviewer());
    }
  }

  /**
   * Some of the decided cases.
   *
   * @param withheld ids of those whose outcome is kept from the reader
   */
  private record Batch(List<PastCase> cases, Set<String> withheld) {}

  /**
   * A page of the cases in which a policy finds something else than was found, without those of
   * agencies about which the reader is in a conflict of interest. Those whose decision the reader
   * may still review without knowing it are counted and not shown.
   *
   * @param id of a policy of any standing
   * @param after the place after which the page begins; null: the first one, with the totals
   * @param size most cases of the page
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such policy, 503 while
   *     another back-test runs
   */
  public BacktestView run(
      String id, BacktestPeriod period, @Nullable TimeCursor after, int size, Reader reader) {
    Policy policy = policymaking.compiled(id);
    if (!free.tryAcquire()) {
      throw Problems.overloaded("Another back-test runs; try again in a moment.");
    }
    try {
      return run(policy, period, after, size, reader);
    } finally {
      free.release();
    }
  }

  private BacktestView run(
      Policy policy, BacktestPeriod period, @Nullable TimeCursor after, int size, Reader reader) {
    var trial = new Trial(policy, register.current(), jurisdictions.history(), size);
    Set<String> without = transactions.call(() -> conflicts.of(reader.person()));
    // Before the period's first millisecond, with the highest of ids: a place like any other.
    Instant before = period.from().minusMillis(1);
    boolean within = after != null && after.at().isAfter(before);
    TimeCursor place = within ? Objects.requireNonNull(after) : new TimeCursor(before, LAST_ID);
    while (place.at().isBefore(period.to()) && (after == null || !trial.isMoreThanAPage())) {
      Batch batch = next(place, period.to(), without, reader);
      if (batch.cases().isEmpty()) {
        break;
      }
      batch.cases().forEach(past -> trial.compare(past, batch.withheld().contains(past.id())));
      PastCase last = batch.cases().getLast();
      place = new TimeCursor(last.request().getReceivedAt(), last.id());
    }
    return new BacktestView(
        policy.id(),
        policy.digest(),
        period.from(),
        period.to(),
        after == null ? trial.totals() : null,
        trial.shown(),
        trial.nextCursor());
  }

  private Batch next(TimeCursor after, Instant until, Set<String> without, Reader reader) {
    return transactions.call(
        () -> {
          List<PastCase> cases = pastCases.next(after.at(), after.id(), until, without, BATCH);
          Set<String> ids =
              cases.stream().map(PastCase::id).collect(Collectors.toUnmodifiableSet());
          return new Batch(
              cases, reader.reviews() ? unreviewed.among(ids, reader.person()) : Set.of());
        });
  }
}
