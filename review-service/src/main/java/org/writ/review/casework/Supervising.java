package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.review.conflict.Conflicts;

/**
 * What senior reviewers do with cases that they do not hold; that the actor is one is for the
 * caller to check. Each command is one transaction.
 */
@ApplicationScoped
public class Supervising {

  private final CaseSteps steps;
  private final Transactions transactions;
  private final CaseRows rows;
  private final Conflicts conflicts;

  Supervising(CaseSteps steps, Transactions transactions, CaseRows rows, Conflicts conflicts) {
    this.steps = steps;
    this.transactions = transactions;
    this.rows = rows;
    this.conflicts = conflicts;
  }

  /**
   * Gives a case to somebody, or takes it from its holder.
   *
   * @param assignee opaque id of the person; null: nobody
   * @throws CaseConflict see {@link Assigning#assign}; or if the assignee is in a conflict of
   *     interest about the agency
   */
  public ChangedCase assign(String id, SeenVersion seen, @Nullable String assignee, Actor senior) {
    return steps.change(
        id,
        seen,
        senior,
        row -> {
          if (assignee != null && conflicts.bars(row.agency, assignee)) {
            throw new CaseConflict(
                "Whoever is to be given the case is in a conflict of interest about the agency.");
          }
          return Assigning.assign(row.standing(), assignee, senior.id(), steps.now());
        });
  }

  /**
   * Re-opens a refused case upon the agency's appeal.
   *
   * @throws CaseConflict see {@link Appealing#reopen}
   */
  public ChangedCase reopen(String id, SeenVersion seen, String reason, Actor senior) {
    return steps.change(id, seen, senior, row -> reopening(row, reason, senior));
  }

  /**
   * Whether somebody could re-open a case, without doing it: for whoever wants to know before.
   *
   * @throws CaseConflict why not, as {@link #reopen} says it
   */
  public void foreseeReopening(String id, Actor senior) {
    transactions.call(() -> reopening(steps.find(id, senior), "", senior));
  }

  private NewEvent reopening(CaseRow row, String reason, Actor senior) {
    Appealing.Former former = row.decision();
    if (former == null) {
      throw new CaseConflict("The case is not decided, so that nothing can be appealed.");
    }
    return Appealing.reopen(
        row.standing(),
        rows.cover(row),
        former,
        steps.details(row) == null,
        reason,
        senior.id(),
        steps.now());
  }
}
