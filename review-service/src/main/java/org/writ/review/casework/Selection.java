package org.writ.review.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter of the queue as a condition on its rows. Not thread-safe. */
final class Selection {

  private static final String NOW = ":now";

  /** A clock is stopped in the past: whatever is due later than now is due later than that, too. */
  private static final String IN_TIME = "(dueAt > :now or dueAt > clockStoppedAt)";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private final Instant now;

  private Selection(Instant now) {
    this.now = now;
  }

  /**
   * The condition.
   *
   * @param agencies those that the filter's search finds; null if it searches none
   * @param conflicted agencies that whoever asks is in a conflict of interest about
   */
  static Selection of(
      QueueFilter filter,
      QueueRows.@Nullable Agencies agencies,
      Set<String> conflicted,
      Instant now) {
    var selection = new Selection(now);
    if (filter.orderOverdue()) {
      selection.and("orderOverdue = true");
    }
    if (filter.status() != null || !filter.orderOverdue()) {
      selection.and(condition(filter.status()));
    }
    if (filter.country() != null) {
      selection.and("country = :country").with("country", filter.country());
    }
    if (filter.urgency() != null) {
      selection.and(condition(filter.urgency()));
    }
    if (filter.escalated() != null) {
      selection
          .and("escalated like :escalated")
          .with("escalated", "%" + filter.escalated().name() + "%");
    }
    if (!conflicted.isEmpty()) {
      selection.and("agency not in :conflicted").with("conflicted", conflicted);
    }
    if (filter.dueSoon()) {
      selection.and(past("dueSoonFrom"));
    }
    if (filter.holder() != null) {
      selection.and("holder = :holder and leaseUntil > :now").with("holder", filter.holder());
    }
    if (agencies != null) {
      selection.among(agencies);
    }
    return selection;
  }

  private void among(QueueRows.Agencies agencies) {
    if (agencies.names().isEmpty()) {
      and("1 = 0");
      return;
    }
    and("agencyName in :agencyNames").with("agencyNames", agencies.names());
    if (agencies.id() != null) {
      and("agency = :agencyId").with("agencyId", agencies.id());
    }
  }

  Selection and(String condition) {
    conditions.add(condition);
    return this;
  }

  Selection with(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** In the query language of Hibernate. */
  String condition() {
    return String.join(" and ", conditions);
  }

  /** Those that the condition names. */
  Map<String, Object> parameters() {
    var named = new HashMap<>(parameters);
    if (condition().contains(NOW)) {
      named.put("now", now);
    }
    return named;
  }

  /** A claim that has lapsed is none, whatever the row says. */
  private static String condition(@Nullable CaseStatus status) {
    return switch (status) {
      case null -> "waits = true";
      case OPEN -> phase(CaseStatus.OPEN) + " and (leaseUntil is null or leaseUntil <= :now)";
      case CLAIMED -> phase(CaseStatus.OPEN) + " and leaseUntil > :now";
      case CLARIFICATION_REQUESTED, AWAITING_SECOND_PERSON, DECIDED, WITHDRAWN -> phase(status);
    };
  }

  private static String phase(CaseStatus phase) {
    return "phase = " + phase.name();
  }

  /** The same bounds as {@link Urgency#at}. */
  private static String condition(Urgency urgency) {
    return switch (urgency) {
      case LATE -> "dueAt <= :now and (clockStoppedAt is null or dueAt <= clockStoppedAt)";
      case URGENT -> IN_TIME + " and " + past("urgentFrom");
      case DUE_SOON -> IN_TIME + " and not " + past("urgentFrom") + " and " + past("dueSoonFrom");
      case NORMAL -> IN_TIME + " and not " + past("dueSoonFrom");
    };
  }

  /**
   * That a time has passed; while a case's clock stands still, that it had when the clock was
   * stopped. Compares the column with the time first, so that an index finds where to end.
   */
  private static String past(String column) {
    return "(%1$s < :now and (clockStoppedAt is null or %1$s < clockStoppedAt))".formatted(column);
  }
}
