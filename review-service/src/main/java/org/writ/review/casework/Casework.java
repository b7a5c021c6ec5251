package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.DecisionProposed;
import org.writ.review.conflict.Conflicts;
import org.writ.review.jurisdiction.Jurisdictions;
import org.writ.review.policy.PolicyRegister;
import org.writ.web.problem.Problems;
import org.writ.web.security.Roles;

/**
 * What reviewers do with cases. Each command is one transaction: it locks the case, decides upon
 * its state, and appends what was decided. Whoever is handed the sealed part of a case is recorded
 * as its reader in that same transaction.
 */
@ApplicationScoped
public class Casework {

  private static final Logger LOG = Logger.getLogger(Casework.class);

  /** Within this time, pages of items belong to one reading; far less than a lease. */
  private static final Duration ONE_READING = Duration.ofMinutes(5);

  /** More than can be claimed at the same moment, as each claim needs a database connection. */
  private static final int LOOKED_AT = 64;

  /** After which it is given up: others took all that was found, over and over. */
  private static final int LOOKS = 20;

  private final Transactions transactions;
  private final CaseSteps steps;
  private final CaseRows rows;
  private final CaseItems items;
  private final CaseViews views;
  private final PolicyRegister policies;
  private final Conflicts conflicts;
  private final Jurisdictions jurisdictions;
  private final CaseKeys keys;

  Casework(
      Transactions transactions,
      CaseSteps steps,
      CaseRows rows,
      CaseItems items,
      CaseViews views,
      PolicyRegister policies,
      Conflicts conflicts,
      Jurisdictions jurisdictions,
      CaseKeys keys) {
    this.transactions = transactions;
    this.steps = steps;
    this.rows = rows;
    this.items = items;
    this.views = views;
    this.policies = policies;
    this.conflicts = conflicts;
    this.jurisdictions = jurisdictions;
    this.keys = keys;
  }

  /** Claims the free case that is due first; empty if there is none. */
  public Optional<CaseView> claimMostUrgent(Actor reviewer) {
    for (int look = 0; look < LOOKS; look++) {
      Instant now = steps.now();
      Set<String> conflicted = transactions.call(() -> conflicts.of(reviewer.id()));
      List<String> free =
          transactions.call(() -> rows.mostUrgent(reviewer.id(), conflicted, now, LOOKED_AT));
      Optional<CaseView> claimed =
          transactions.call(() -> claimFirst(free, reviewer, conflicted, now));
      if (claimed.isPresent() || free.isEmpty()) {
        return claimed;
      }
    }
    return Optional.empty();
  }

  /** The first of some cases that are free that nobody else is taking in this moment. */
  private Optional<CaseView> claimFirst(
      List<String> free, Actor reviewer, Set<String> conflicted, Instant now) {
    return free.stream()
        .map(id -> rows.lockFree(id, reviewer.id(), conflicted, now))
        .flatMap(Optional::stream)
        // A conflict that was declared since it was asked: the case is for others.
        .filter(row -> !conflicts.bars(row.agency, reviewer.id()))
        .findFirst()
        .map(row -> claim(row, reviewer, now));
  }

  /**
   * Claims a case.
   *
   * @throws CaseConflict see {@link Claiming#claim}
   */
  public CaseView claim(String id, Actor reviewer) {
    return transactions.call(() -> claim(steps.lock(id, reviewer), reviewer, steps.now()));
  }

  /** Reads a case; recorded, and for its holder the lease starts anew. */
  public CaseView read(String id, Actor reviewer) {
    return transactions.call(() -> views.of(recordReading(id, reviewer), steps.now()));
  }

  /**
   * Reads a page of a case's items. It belongs to the reading of the case, and is recorded again
   * only if that was recorded some time ago, or the case has changed since: nobody learns more from
   * 250 entries of one reader.
   *
   * @param position place of the first item, from 0
   * @param most how many at most
   */
  public CaseItemList readItems(String id, int position, int most, Actor reviewer) {
    Instant before = steps.now().minus(ONE_READING);
    boolean recorded = transactions.call(() -> rows.isReadSince(id, reviewer, before));
    return transactions.call(
        () ->
            views.items(
                recorded ? steps.find(id, reviewer) : recordReading(id, reviewer), position, most));
  }

  private CaseRow recordReading(String id, Actor reviewer) {
    CaseRow row = steps.lock(id, reviewer);
    steps.append(row, reviewer, List.of(Claiming.read(row.standing(), reviewer.id(), steps.now())));
    return row;
  }

  /**
   * Gives a case back.
   *
   * @return its version afterwards
   * @throws CaseConflict if the reviewer does not hold it
   */
  public long release(String id, SeenVersion seen, Actor reviewer) {
    return transactions.call(
        () -> {
          CaseRow row = steps.lock(id, reviewer);
          seen.requireCurrent(row);
          steps.append(
              row, reviewer, List.of(Claiming.release(row.standing(), reviewer.id(), steps.now())));
          return row.version;
        });
  }

  /**
   * Decides a case, or proposes the decision where another person has to confirm it.
   *
   * @throws CaseConflict see {@link Deciding#decide}
   * @throws InvalidDecision see {@link Deciding#decide}
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if somebody who is no senior reviewer
   *     overrides a finding
   */
  public DecidedCase close(String id, SeenVersion seen, ProposedDecision proposed, Actor reviewer) {
    requireSeniorToOverride(proposed, reviewer);
    return logged(
        transactions.call(
            () -> {
              CaseRow row = steps.lock(id, reviewer);
              seen.requireCurrent(row);
              steps.append(row, reviewer, List.of(decide(row, proposed, reviewer)));
              return DecidedCase.of(row, items.of(id, 0, CaseView.ITEMS), steps.now());
            }));
  }

  /**
   * What a decision would come to, without deciding: for whoever wants to see it before.
   *
   * @throws CaseConflict see {@link Deciding#decide}
   * @throws InvalidDecision see {@link Deciding#decide}
   */
  public ForeseenDecision foresee(
      String id, SeenVersion seen, ProposedDecision proposed, Actor reviewer) {
    requireSeniorToOverride(proposed, reviewer);
    return transactions.call(
        () -> {
          CaseRow row = steps.find(id, reviewer);
          seen.requireCurrent(row);
          return ForeseenDecision.of(decide(row, proposed, reviewer).data());
        });
  }

  private static void requireSeniorToOverride(ProposedDecision proposed, Actor reviewer) {
    if (!proposed.overrides().isEmpty() && !reviewer.role().equals(Roles.SENIOR_REVIEWER)) {
      throw Problems.forbidden("Only a senior reviewer overrides a finding.");
    }
  }

  private NewEvent decide(CaseRow row, ProposedDecision proposed, Actor reviewer) {
    CaseOpened file = rows.opened(row);
    return Deciding.decide(
        row.standing(),
        file,
        isEscalated(row),
        steps.details(row),
        policies.forDecision(file),
        proposed,
        reviewer.id(),
        steps.now());
  }

  /**
   * Confirms the decision that another person proposed.
   *
   * @throws CaseConflict see {@link SecondPerson#confirm}; or if whoever proposed it is in a
   *     conflict of interest, the country's safeguards ask for a senior reviewer and neither is
   *     one, or the reviewer has not read the case as it stands
   */
  public DecidedCase confirm(String id, SeenVersion seen, Actor reviewer) {
    return logged(
        transactions.call(
            () -> {
              CaseRow row = steps.lock(id, reviewer);
              seen.requireCurrent(row);
              requireFree(row);
              requireSeniorIfEscalated(row, reviewer);
              NewEvent decided =
                  SecondPerson.confirm(
                      row.standing(),
                      rows.cover(row),
                      proposal(row),
                      row.sealedProposal()
                          .flatMap(part -> keys.open(part, DecisionDetails.class))
                          .orElse(null),
                      reviewer.id(),
                      steps.now());
              requireRead(row, reviewer);
              steps.append(row, reviewer, List.of(decided));
              return DecidedCase.of(row, items.of(id, 0, CaseView.ITEMS), steps.now());
            }));
  }

  /** A tag can be guessed, and a second person who knows nothing of the case is none. */
  private void requireRead(CaseRow row, Actor confirmer) {
    if (!rows.isReadAsItStands(row.id, confirmer.id())) {
      throw new CaseConflict(
          "Nothing says that you have read the case as it stands; read it before you confirm its"
              + " decision.");
    }
  }

  /** Whoever proposed a decision may have been found to be in a conflict since. */
  private void requireFree(CaseRow row) {
    if (row.proposal != null && conflicts.bars(row.agency, row.proposal.proposedBy)) {
      throw new CaseConflict(
          "Whoever proposed the decision is in a conflict of interest about the agency; object to"
              + " it.");
    }
  }

  /** Safeguards may have changed since the request was analysed: those that count now bind. */
  private boolean isEscalated(CaseRow row) {
    return jurisdictions.current(row.country).safeguards().getEscalation();
  }

  private void requireSeniorIfEscalated(CaseRow row, Actor confirmer) {
    if (row.proposal != null
        && row.proposal.proposedOutcome != CaseOutcome.REFUSED
        && !confirmer.role().equals(Roles.SENIOR_REVIEWER)
        && isEscalated(row)
        && !rows.isProposedIn(row.id, Roles.SENIOR_REVIEWER)) {
      throw new CaseConflict(
          "Requests from this country are escalated: a senior reviewer confirms.");
    }
  }

  /**
   * Objects to the decision that another person proposed.
   *
   * @throws CaseConflict see {@link SecondPerson#object}
   */
  public ChangedCase object(String id, SeenVersion seen, String reason, Actor reviewer) {
    return steps.change(
        id,
        seen,
        reviewer,
        row ->
            SecondPerson.object(
                row.standing(), steps.details(row) == null, reason, reviewer.id(), steps.now()));
  }

  /**
   * Asks the agency.
   *
   * @throws CaseConflict see {@link Asking#ask}
   */
  public ChangedCase ask(String id, SeenVersion seen, String question, Actor reviewer) {
    return steps.change(
        id,
        seen,
        reviewer,
        row ->
            Asking.ask(
                row.standing(),
                rows.cover(row),
                steps.details(row) == null,
                question,
                reviewer.id(),
                steps.now()));
  }

  /**
   * Records a call to the agency.
   *
   * @throws CaseConflict see {@link CallingBack#record}
   */
  public ChangedCase verify(String id, SeenVersion seen, VerificationBody call, Actor reviewer) {
    return steps.change(
        id,
        seen,
        reviewer,
        row ->
            CallingBack.record(
                row.standing(),
                rows.cover(row),
                steps.details(row) == null,
                call,
                reviewer.id(),
                steps.now()));
  }

  private static DecidedCase logged(DecidedCase decided) {
    LOG.infof(
        "Case decided or proposed, requestId=%s, status=%s, outcome=%s",
        decided.id(), decided.status(), decided.outcome());
    return decided;
  }

  /**
   * The proposal without its sealed part.
   *
   * @throws CaseConflict if there is none
   */
  private DecisionProposed proposal(CaseRow row) {
    ProposalColumns proposal = row.proposal;
    if (proposal == null) {
      throw new CaseConflict("No decision about the case waits for a second person.");
    }
    return new DecisionProposed(
        proposal.proposedOutcome,
        proposal.proposedBy,
        proposal.policy(),
        items.of(row.id).stream().map(ItemRow::decision).filter(Objects::nonNull).toList(),
        proposal.overrides(),
        null);
  }

  private CaseView claim(CaseRow row, Actor reviewer, Instant now) {
    steps.append(row, reviewer, Claiming.claim(row.standing(), reviewer.id(), now));
    return views.of(row, now);
  }
}
