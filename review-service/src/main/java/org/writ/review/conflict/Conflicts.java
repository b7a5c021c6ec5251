package org.writ.review.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.review.ConflictDeclared;
import org.writ.events.review.ConflictEnded;

/** Conflicts of interest: who is in one, and how they are declared and ended. */
@ApplicationScoped
public class Conflicts {

  private final Transactions transactions;
  private final EventLog log;
  private final ConflictRows rows;

  Conflicts(Transactions transactions, EventLog log, ConflictRows rows) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
  }

  /** Whether a person is in a conflict about an agency, as the current transaction sees it. */
  public boolean exists(String agency, String reviewer) {
    return rows.of(agency, reviewer).isPresent();
  }

  /** The agencies about which a person is in a conflict, as the current transaction sees it. */
  public Set<String> of(String reviewer) {
    return rows.find("reviewer", reviewer).stream()
        .map(row -> row.agency)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A conflict as it is shown.
   *
   * @param reviewer opaque id of the person
   * @param declaredBy opaque id of whoever declared it
   */
  record Declared(String agency, String reviewer, String declaredBy, Instant declaredAt) {

    static Declared of(ConflictRow row) {
      return new Declared(row.agency, row.reviewer, row.declaredBy, row.declaredAt);
    }
  }

  /** Conflicts by agency and person; see {@link ConflictRows#page}. */
  List<Declared> page(
      @Nullable String agency,
      @Nullable String reviewer,
      ConflictRow.@Nullable Key after,
      int most) {
    return transactions.call(
        () -> rows.page(agency, reviewer, after, most).stream().map(Declared::of).toList());
  }

  /** Declares a conflict; one that is declared already stays as it is. */
  Declared declare(String agency, String reviewer, Actor by) {
    return transactions.call(
        () -> {
          if (!exists(agency, reviewer)) {
            append(agency, by, NewEvent.open(new ConflictDeclared(reviewer, by.id())));
          }
          return rows.of(agency, reviewer).map(Declared::of).orElseThrow();
        });
  }

  /**
   * Ends a conflict.
   *
   * @return whether there was one
   */
  boolean end(String agency, String reviewer, Actor by) {
    return transactions.call(
        () -> {
          boolean found = exists(agency, reviewer);
          if (found) {
            append(agency, by, NewEvent.open(new ConflictEnded(reviewer, by.id())));
          }
          return found;
        });
  }

  private void append(String agency, Actor by, NewEvent event) {
    log.append(
        Topic.REVIEW_CONFLICTS,
        agency,
        log.version(Topic.REVIEW_CONFLICTS, agency),
        by,
        null,
        List.of(event));
  }
}
