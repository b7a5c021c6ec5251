package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.Topic;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseOpened;
import org.writ.review.policy.Policies;
import org.writ.web.problem.Problems;

/**
 * What reviewers do with cases. Each command is one transaction: it locks the case, decides upon
 * its state, and appends what was decided. Whoever is handed the sealed part of a case is recorded
 * as its reader in that same transaction.
 */
@ApplicationScoped
class Casework {

  private static final Logger LOG = Logger.getLogger(Casework.class);

  private final Transactions transactions;
  private final EventLog log;
  private final CaseRows rows;
  private final CaseViews views;
  private final Policies policies;
  private final CaseKeys keys;
  private final Clock clock;

  Casework(
      Transactions transactions,
      EventLog log,
      CaseRows rows,
      CaseViews views,
      Policies policies,
      CaseKeys keys,
      Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
    this.views = views;
    this.policies = policies;
    this.keys = keys;
    this.clock = clock;
  }

  /** Claims the free case that is due first; empty if there is none. */
  Optional<CaseView> claimMostUrgent(Actor reviewer) {
    return transactions.call(
        () -> {
          Instant now = now();
          return rows.lockMostUrgent(now).map(row -> claim(row, reviewer, now));
        });
  }

  /**
   * Claims a case.
   *
   * @throws CaseConflict if somebody else holds it or it is decided
   */
  CaseView claim(String id, Actor reviewer) {
    return transactions.call(() -> claim(lock(id), reviewer, now()));
  }

  /** Reads a case; recorded, and for its holder the lease starts anew. */
  CaseView read(String id, Actor reviewer) {
    return transactions.call(
        () -> {
          CaseRow row = lock(id);
          Instant now = now();
          append(row, reviewer, List.of(Claiming.read(row.state(), reviewer.id(), now)));
          return views.of(row, now);
        });
  }

  /**
   * Gives a case back.
   *
   * @return its version afterwards
   * @throws CaseConflict if the reviewer does not hold it
   */
  long release(String id, SeenVersion seen, Actor reviewer) {
    return transactions.call(
        () -> {
          CaseRow row = lock(id);
          seen.requireCurrent(row);
          append(row, reviewer, List.of(Claiming.release(row.state(), reviewer.id(), now())));
          return row.version;
        });
  }

  /**
   * Decides a case.
   *
   * @throws CaseConflict see {@link Deciding#decide}
   * @throws InvalidDecision see {@link Deciding#decide}
   */
  DecidedCase close(String id, SeenVersion seen, ProposedDecision proposed, Actor reviewer) {
    DecidedCase decided =
        transactions.call(
            () -> {
              CaseRow row = lock(id);
              seen.requireCurrent(row);
              append(row, reviewer, List.of(decision(row, proposed, reviewer)));
              return DecidedCase.of(row, rows.items(id));
            });
    LOG.infof("Case decided, requestId=%s, outcome=%s", id, decided.outcome());
    return decided;
  }

  private NewEvent decision(CaseRow row, ProposedDecision proposed, Actor reviewer) {
    CaseOpened file = rows.opened(row);
    CaseDetails details =
        row.sealedDetails().flatMap(part -> keys.open(part, CaseDetails.class)).orElse(null);
    return Deciding.decide(
        row.state(),
        file,
        details,
        policies.forDecision(file.getPolicy(), file.getReceivedAt()),
        proposed,
        reviewer.id(),
        now());
  }

  private CaseView claim(CaseRow row, Actor reviewer, Instant now) {
    append(row, reviewer, Claiming.claim(row.state(), reviewer.id(), now));
    return views.of(row, now);
  }

  private void append(CaseRow row, Actor reviewer, List<NewEvent> events) {
    log.append(Topic.REVIEW_CASES, row.id, row.version, reviewer, null, events);
  }

  private CaseRow lock(String id) {
    return rows.lock(id).orElseThrow(() -> Problems.unknown("There is no such case."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
