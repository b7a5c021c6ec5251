package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Transactions;
import org.writ.review.conflict.Conflicts;
import org.writ.web.list.Page;
import org.writ.web.list.TimeCursor;

/** The queue: cases by due time. */
@ApplicationScoped
class CaseQueue {

  private static final String NOW = ":now";

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
  QueueView page(QueueFilter filter, @Nullable TimeCursor after, int size, Actor reviewer) {
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
    var where = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    if (filter.orderOverdue()) {
      where.add("orderOverdue = true");
    }
    if (filter.status() != null || !filter.orderOverdue()) {
      where.add(condition(filter.status()));
    }
    if (filter.country() != null) {
      where.add("country = :country");
      parameters.put("country", filter.country());
    }
    if (filter.urgency() != null) {
      where.add(condition(filter.urgency()));
    }
    if (filter.escalated() != null) {
      where.add("escalated like :escalated");
      parameters.put("escalated", "%" + filter.escalated().name() + "%");
    }
    if (!conflicted.isEmpty()) {
      where.add("agency not in :conflicted");
      parameters.put("conflicted", conflicted);
    }
    if (after != null) {
      where.add("(dueAt > :afterDue or (dueAt = :afterDue and id > :afterId))");
      parameters.put("afterDue", after.at());
      parameters.put("afterId", after.id());
    }
    String query = String.join(" and ", where) + " order by dueAt, id";
    if (query.contains(NOW)) {
      parameters.put("now", now);
    }
    return Page.find(
        size,
        most -> rows.find(query, parameters).range(0, most - 1).list(),
        row -> new TimeCursor(row.dueAt, row.id).toString());
  }

  /** The same order of precedence as {@link Standing#status}. */
  private static String condition(@Nullable CaseStatus status) {
    return switch (status) {
      case null -> "waits = true";
      case OPEN ->
          "waits = true and proposal.proposedBy is null and question is null"
              + " and (holder is null or leaseUntil <= :now)";
      case CLAIMED ->
          "waits = true and proposal.proposedBy is null and question is null"
              + " and leaseUntil > :now";
      case CLARIFICATION_REQUESTED ->
          "waits = true and proposal.proposedBy is null and question is not null";
      case AWAITING_SECOND_PERSON -> "waits = true and proposal.proposedBy is not null";
      case DECIDED -> "decided = true";
      case WITHDRAWN -> "withdrawn = true";
    };
  }

  /** The same bounds as {@link Urgency#at}. */
  private static String condition(Urgency urgency) {
    return switch (urgency) {
      case LATE -> "dueAt <= :now";
      case URGENT -> "dueAt > :now and urgentFrom < :now";
      case DUE_SOON -> "dueAt > :now and urgentFrom >= :now and dueSoonFrom < :now";
      case NORMAL -> "dueAt > :now and dueSoonFrom >= :now";
    };
  }
}
