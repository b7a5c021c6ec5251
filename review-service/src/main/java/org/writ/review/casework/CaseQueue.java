package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.review.conflict.Conflicts;
import org.writ.web.list.Page;
import org.writ.web.list.TimeCursor;

/** The queue: cases by due time. */
@ApplicationScoped
public class CaseQueue {

  private final Transactions transactions;
  private final CaseRows rows;
  private final Conflicts conflicts;
  private final Clock clock;

  CaseQueue(Transactions transactions, CaseRows rows, Conflicts conflicts, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * A page of the queue, as it stands now for a reviewer: without the cases of agencies about which
   * they are in a conflict of interest.
   *
   * @param after where the page starts; null for the first one
   * @param size most entries of the page
   */
  public QueueView page(QueueFilter filter, @Nullable TimeCursor after, int size, Actor reviewer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Page<CaseRow> page =
        transactions.call(() -> page(filter, conflicts.of(reviewer.id()), after, size, now));
    return new QueueView(page.map(row -> QueueView.Entry.of(row, now)), page.nextCursor());
  }

  private Page<CaseRow> page(
      QueueFilter filter,
      Set<String> conflicted,
      @Nullable TimeCursor after,
      int size,
      Instant now) {
    var selection = Selection.of(filter, conflicted, now);
    if (after != null) {
      selection.and("(dueAt > :afterDue or (dueAt = :afterDue and id > :afterId))");
      selection.with("afterDue", after.at()).with("afterId", after.id());
    }
    return Page.find(
        size,
        most ->
            rows.find(selection.condition() + " order by dueAt, id", selection.parameters())
                .range(0, most - 1)
                .list(),
        row -> new TimeCursor(row.dueAt, row.id).toString());
  }

  /**
   * How many cases each of these filters lets through, as it stands now for a reviewer.
   *
   * @param most as many are counted at most
   */
  public List<Integer> count(List<QueueFilter> filters, int most, Actor reviewer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.call(
        () -> {
          Set<String> conflicted = conflicts.of(reviewer.id());
          return filters.stream()
              .map(filter -> count(Selection.of(filter, conflicted, now), most))
              .toList();
        });
  }

  private int count(Selection selection, int most) {
    var query =
        rows.getEntityManager()
            .createQuery("select id from CaseRow where " + selection.condition(), String.class)
            .setMaxResults(most);
    selection.parameters().forEach(query::setParameter);
    return query.getResultList().size();
  }

  /**
   * Of each of these cases the version after the last event that was more than a reading; those
   * that do not exist are missing.
   */
  public Map<String, Long> changedVersions(Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return transactions.call(
        () ->
            rows.getEntityManager()
                .createQuery(
                    "select id, changedVersion from CaseRow where id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** Whether there is such a case, of an agency that a reviewer is in no conflict about. */
  public boolean isVisible(String id, Actor reviewer) {
    return transactions.call(
        () ->
            rows.findByIdOptional(id)
                .filter(row -> !conflicts.exists(row.agency, reviewer.id()))
                .isPresent());
  }

  /** The countries of the cases that wait, in order, as far as a reviewer sees these cases. */
  public List<String> countries(Actor reviewer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.call(
        () -> {
          var selection = Selection.of(QueueFilter.WAITING, conflicts.of(reviewer.id()), now);
          var query =
              rows.getEntityManager()
                  .createQuery(
                      "select distinct country from CaseRow where %s order by country"
                          .formatted(selection.condition()),
                      String.class);
          selection.parameters().forEach(query::setParameter);
          return query.getResultList();
        });
  }
}
