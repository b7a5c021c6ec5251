package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
  private final QueueRows queued;
  private final Conflicts conflicts;
  private final Clock clock;

  CaseQueue(
      Transactions transactions,
      CaseRows rows,
      QueueRows queued,
      Conflicts conflicts,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.queued = queued;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * The queue as its page shows it.
   *
   * @param page the cases
   * @param counts of its parts, in their order
   * @param countries of the cases that wait, in order
   */
  public record Sight(QueueView page, List<Integer> counts, List<String> countries) {}

  /**
   * A page of the queue, as it stands now for a reviewer: without the cases of agencies about which
   * they are in a conflict of interest.
   *
   * @param after where the page starts; null for the first one
   * @param size most entries of the page
   */
  public QueueView page(QueueFilter filter, @Nullable TimeCursor after, int size, Actor reviewer) {
    Instant now = now();
    return transactions.call(
        () -> page(new Selector(conflicts.of(reviewer.id()), now), filter, after, size));
  }

  /**
   * A page of the queue with how many cases its parts have, and the countries that it can be cut
   * down to; see {@link #page}.
   *
   * @param parts of which the cases are counted
   * @param most as many are counted at most
   */
  public Sight look(
      QueueFilter filter,
      @Nullable TimeCursor after,
      int size,
      List<QueueFilter> parts,
      int most,
      Actor reviewer) {
    Instant now = now();
    return transactions.call(
        () -> {
          var selector = new Selector(conflicts.of(reviewer.id()), now);
          return new Sight(
              page(selector, filter, after, size),
              queued.count(parts.stream().map(selector::select).toList(), most),
              queued.countries(selector.conflicted));
        });
  }

  private QueueView page(
      Selector selector, QueueFilter filter, @Nullable TimeCursor after, int size) {
    Selection selection = selector.select(filter);
    if (after != null) {
      selection.and("(dueAt > :afterDue or (dueAt = :afterDue and id > :afterId))");
      selection.with("afterDue", after.at()).with("afterId", after.id());
    }
    Page<CaseRow> page =
        Page.find(
            size,
            most -> queued.first(selection, most),
            row -> new TimeCursor(row.dueAt, row.id).toString());
    return new QueueView(page.map(row -> QueueView.Entry.of(row, selector.now)), page.nextCursor());
  }

  /**
   * Selects cases for one reader at one time; looks up once what is searched for. Not thread-safe.
   */
  private final class Selector {

    private final Set<String> conflicted;
    private final Instant now;
    private final Map<String, QueueRows.Agencies> found = new HashMap<>();

    Selector(Set<String> conflicted, Instant now) {
      this.conflicted = conflicted;
      this.now = now;
    }

    Selection select(QueueFilter filter) {
      String search = filter.agency();
      return Selection.of(
          filter,
          search == null ? null : found.computeIfAbsent(search, queued::agencies),
          conflicted,
          now);
    }
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

  /** Whether there is such a case, neither decided nor withdrawn. */
  public boolean waits(String id) {
    return transactions.call(() -> rows.findByIdOptional(id).filter(row -> row.waits).isPresent());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
