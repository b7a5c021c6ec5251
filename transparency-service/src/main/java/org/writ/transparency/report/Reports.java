package org.writ.transparency.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writ.eventlog.Transactions;
import org.writ.transparency.facts.Facts;
import org.writ.transparency.ledger.Ledger;

/**
 * The reports that there are: of every period that has begun, back to the one of the first request.
 */
@ApplicationScoped
public class Reports {

  /**
   * A line of the list of reports.
   *
   * @param period which quarter, half-year or year
   * @param status whether it may still change
   */
  public record Entry(String period, Report.Status status) {}

  private final Facts facts;
  private final Ledger ledger;
  private final Transactions transactions;
  private final Clock clock;

  /** With what they are computed from. */
  public Reports(Facts facts, Ledger ledger, Transactions transactions, Clock clock) {
    this.facts = facts;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The periods that have a report, newest first. */
  public List<Entry> list() {
    Instant now = clock.instant();
    Instant first = transactions.call(facts::firstReceived).orElse(now);
    var entries = new ArrayList<Entry>();
    for (Period running : Period.around(now)) {
      for (Period period = running; period.to().isAfter(first); period = period.previous()) {
        entries.add(new Entry(period.toString(), status(period, now)));
      }
    }
    return List.copyOf(entries);
  }

  /**
   * The report of a period. Numbers and checkpoint are of one state of the ledger.
   *
   * @return empty if the period has not begun, or ended before the first request
   */
  public Optional<Report> find(Period period) {
    Instant now = clock.instant();
    if (period.isAfter(now)) {
      return Optional.empty();
    }
    return transactions.call(
        () -> {
          Instant first = facts.firstReceived().orElse(now);
          return period.to().isAfter(first)
              ? Optional.of(
                  Report.of(
                      period,
                      facts.tally(period.from(), period.to()),
                      ledger.head(),
                      status(period, now)))
              : Optional.empty();
        });
  }

  /** The quarter that runs now. */
  public Period running() {
    return Period.around(clock.instant()).getFirst();
  }

  private static Report.Status status(Period period, Instant now) {
    return period.isRunning(now) ? Report.Status.RUNNING : Report.Status.DRAFT;
  }
}
