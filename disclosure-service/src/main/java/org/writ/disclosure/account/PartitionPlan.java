package org.writ.disclosure.account;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Which monthly partitions a table of activity lacks and which it should no longer have. Months are
 * UTC.
 *
 * @param add ascending; partitions can only be added at the end
 * @param drop ascending; every row in them is older than twelve months
 */
record PartitionPlan(List<YearMonth> add, List<YearMonth> drop) {

  /** How many months ahead there are partitions: a maintenance that fails may be late by these. */
  static final int AHEAD = 2;

  PartitionPlan {
    add = List.copyOf(add);
    drop = List.copyOf(drop);
  }

  /** The plan for a table with these partitions. */
  static PartitionPlan at(Instant now, SortedSet<YearMonth> existing) {
    YearMonth oldest = YearMonth.from(Retention.horizon(now).atOffset(ZoneOffset.UTC));
    YearMonth newest = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(AHEAD);
    YearMonth first = existing.isEmpty() ? oldest : existing.last().plusMonths(1);
    var add = new ArrayList<YearMonth>();
    for (YearMonth month = first.isBefore(oldest) ? oldest : first;
        !month.isAfter(newest);
        month = month.plusMonths(1)) {
      add.add(month);
    }
    return new PartitionPlan(add, List.copyOf(existing.headSet(oldest)));
  }
}
