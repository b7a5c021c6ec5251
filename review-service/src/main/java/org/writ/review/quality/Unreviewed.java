package org.writ.review.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.review.casework.BlindCases;
import org.writ.review.conflict.Conflicts;
import org.writ.web.list.TimeCursor;
import org.writ.web.security.Roles;

/** Decisions that wait for a second review, for whoever may take it. */
@ApplicationScoped
public class Unreviewed {

  /** Reviews looked through at once. */
  private static final int AT_ONCE = 500;

  private final Transactions transactions;
  private final ReviewSteps steps;
  private final QualityRows rows;
  private final BlindCases cases;
  private final Conflicts conflicts;

  Unreviewed(
      Transactions transactions,
      ReviewSteps steps,
      QualityRows rows,
      BlindCases cases,
      Conflicts conflicts) {
    this.transactions = transactions;
    this.steps = steps;
    this.rows = rows;
    this.cases = cases;
    this.conflicts = conflicts;
  }

  /**
   * Some of the reviews that wait.
   *
   * @param takeable those of them that the person may take
   * @param last place of the last of them; null if there are no more
   */
  private record Look(List<SecondReviewRow> takeable, @Nullable TimeCursor last) {}

  /**
   * The reviews that a person may take, the oldest decision first, those that they hold among them;
   * those of decisions that override a finding are for senior reviewers. However many come before
   * that they may not take: a few are looked through at a time, each few in a transaction of its
   * own.
   *
   * @param after those after this place only; null: from the first one on
   * @param most how many at most
   * @param until when looking ends, whatever was found
   */
  List<SecondReviewRow> next(@Nullable TimeCursor after, int most, Instant until, Actor reviewer) {
    Look look = look(after, reviewer);
    var found = new ArrayList<>(look.takeable());
    while (look.last() != null && found.size() < most && steps.now().isBefore(until)) {
      look = look(look.last(), reviewer);
      found.addAll(look.takeable());
    }
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private Look look(@Nullable TimeCursor after, Actor reviewer) {
    String person = reviewer.id();
    return transactions.call(
        () -> {
          List<SecondReviewRow> some =
              rows.free(person, conflicts.of(person), steps.now(), after, AT_ONCE);
          var takeable = new HashSet<>(blind(some, person));
          if (!reviewer.role().equals(Roles.SENIOR_REVIEWER)) {
            takeable.removeAll(cases.forSeniors(Set.copyOf(takeable)));
          }
          return new Look(
              some.stream().filter(row -> takeable.contains(row.caseId)).toList(),
              some.size() < AT_ONCE ? null : some.getLast().place());
        });
  }

  /**
   * Those of some cases whose decision waits for a second review that a person may still take:
   * until they have given it, or know the decision anyway, nothing tells them how such a case was
   * decided. In the current transaction.
   */
  public Set<String> among(Set<String> caseIds, String person) {
    return caseIds.isEmpty() ? Set.of() : blind(rows.waiting(caseIds), person);
  }

  /** The cases of those of these reviews that a person may take. */
  private Set<String> blind(List<SecondReviewRow> waiting, String person) {
    return cases.blind(
        waiting.stream().collect(Collectors.toMap(row -> row.caseId, row -> row.decision)), person);
  }
}
