package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.review.CaseDetails;
import org.writ.review.conflict.Conflicts;
import org.writ.web.problem.Problems;

/**
 * How a step of a case is taken: the case is locked, what follows is decided upon its state, and
 * appended. All but {@link #change} works in the current transaction.
 */
@ApplicationScoped
class CaseSteps {

  private final Transactions transactions;
  private final EventLog log;
  private final CaseRows rows;
  private final Conflicts conflicts;
  private final CaseKeys keys;
  private final Clock clock;

  CaseSteps(
      Transactions transactions,
      EventLog log,
      CaseRows rows,
      Conflicts conflicts,
      CaseKeys keys,
      Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.conflicts = conflicts;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Takes one step, in a transaction of its own.
   *
   * @param step what follows upon the case's state
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the actor sees no such case, 412 if
   *     it has changed since they saw it
   */
  ChangedCase change(String id, SeenVersion seen, Actor actor, Function<CaseRow, NewEvent> step) {
    return transactions.call(
        () -> {
          CaseRow row = lock(id, actor);
          seen.requireCurrent(row);
          append(row, actor, List.of(step.apply(row)));
          return ChangedCase.of(row, now());
        });
  }

  /** Appends what was decided. */
  void append(CaseRow row, Actor actor, List<NewEvent> events) {
    log.append(Topic.REVIEW_CASES, row.id, row.version, actor, null, events);
  }

  /** A case, locked until the end of the transaction; 404 as {@link #find}. */
  CaseRow lock(String id, Actor actor) {
    return known(rows.lock(id), row -> conflicts.bars(row.agency, actor.id()));
  }

  /**
   * A case.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none; the same is told to
   *     somebody in a conflict of interest about its agency
   */
  CaseRow find(String id, Actor actor) {
    return known(rows.findByIdOptional(id), row -> conflicts.exists(row.agency, actor.id()));
  }

  private static CaseRow known(Optional<CaseRow> row, Predicate<CaseRow> hidden) {
    return row.filter(Predicate.not(hidden))
        .orElseThrow(() -> Problems.unknown("There is no such case."));
  }

  /** The sealed part; null if the case's key is erased. */
  @Nullable CaseDetails details(CaseRow row) {
    return row.sealedDetails().flatMap(part -> keys.open(part, CaseDetails.class)).orElse(null);
  }

  /** The time, in milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
