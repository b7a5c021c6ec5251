package org.writ.disclosure.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which value (phone number, user name) an account had when. It follows from the set of assignments
 * alone, not from the order or the number of times in which they arrive, so that a topic that is
 * fed again changes nothing.
 *
 * @param assignments ascending by time, no two at the same time
 */
record Timeline(List<Assignment> assignments) {

  /** Nothing is known. */
  static final Timeline EMPTY = new Timeline(List.of());

  /**
   * From here on the account had this value.
   *
   * @param value null: it had none
   */
  record Assignment(@Nullable String value, Instant since) {}

  Timeline {
    assignments = List.copyOf(assignments);
  }

  /** With one more assignment; one at the same time takes the other's place. */
  Timeline assign(@Nullable String value, Instant at) {
    var all = new ArrayList<>(assignments);
    all.removeIf(assignment -> assignment.since().equals(at));
    all.add(new Assignment(value, at));
    all.sort(Comparator.comparing(Assignment::since));
    return new Timeline(all);
  }

  /** The newest assignment, which nothing has superseded. */
  Optional<Assignment> current() {
    return assignments.isEmpty() ? Optional.empty() : Optional.of(assignments.getLast());
  }

  /** Without what was superseded at or before the horizon; the newest assignment always stays. */
  Timeline keptSince(Instant horizon) {
    int first = 0;
    while (first + 1 < assignments.size() && !assignments.get(first + 1).since().isAfter(horizon)) {
      first++;
    }
    return new Timeline(assignments.subList(first, assignments.size()));
  }

  /**
   * What the account had within the period, cut to it; the same value without a gap is one entry.
   *
   * @param end when the account ended; null: it has not
   */
  List<HeldValue> within(String accountId, Period period, @Nullable Instant end) {
    var held = new ArrayList<HeldValue>();
    for (int i = 0; i < assignments.size(); i++) {
      Assignment assignment = assignments.get(i);
      Instant until = until(i, end);
      String value = assignment.value();
      if (value != null && assignment.since().isBefore(until)) {
        new Period(assignment.since(), until)
            .intersect(period)
            .ifPresent(cut -> addOrProlong(held, new HeldValue(accountId, value, cut)));
      }
    }
    return held;
  }

  private Instant until(int index, @Nullable Instant end) {
    Instant next =
        index + 1 < assignments.size() ? assignments.get(index + 1).since() : Instant.MAX;
    return end != null && end.isBefore(next) ? end : next;
  }

  private static void addOrProlong(List<HeldValue> held, HeldValue next) {
    if (!held.isEmpty()) {
      HeldValue last = held.getLast();
      if (last.value().equals(next.value()) && last.held().to().equals(next.held().from())) {
        var whole = new Period(last.held().from(), next.held().to());
        held.set(held.size() - 1, new HeldValue(last.accountId(), last.value(), whole));
        return;
      }
    }
    held.add(next);
  }
}
