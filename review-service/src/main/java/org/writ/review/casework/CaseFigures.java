package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;
import org.writ.events.review.DecisionObjected;
import org.writ.review.conflict.Conflicts;
import org.writ.web.security.Roles;

/**
 * The casework in figures, for whoever supervises it: open parts only, nothing about persons, and
 * nothing about agencies that the reader is in a conflict of interest about.
 */
@ApplicationScoped
public class CaseFigures {

  private static final int MOST_AGENCIES = 50;

  /** Of fewer decisions, the outcomes of each could be told from how many were refused. */
  private static final int FEWEST_FOR_REVIEWERS = 10;

  /** Begins every query; its places come first. */
  private static final String SHOWN =
      "WITH shown AS (SELECT id, agency_name, country, received_at, due_at, due_soon_from,"
          + " urgent_from, clock_stopped_at, waits, holder, lease_until, decided, decided_at,"
          + " decided_by, confirmed_by, outcome FROM legal_case WHERE agency NOT IN %s) ";

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Conflicts conflicts;
  private final Clock clock;

  CaseFigures(DataSource dataSource, Transactions transactions, Conflicts conflicts, Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * All of it.
   *
   * @param workload by person, who holds most first
   * @param ages of the cases that wait
   * @param deadlines of the cases that wait
   * @param decided number of decisions
   * @param fewest decisions that a country or an agency is shown with
   * @param countries by number of decisions, the first fifty
   * @param agencies by number of decisions, the first fifty
   * @param second what second persons said
   */
  public record Figures(
      List<Load> workload,
      Ages ages,
      Deadlines deadlines,
      int decided,
      int fewest,
      List<Refusals> countries,
      List<Refusals> agencies,
      SecondPersons second) {}

  /**
   * What somebody has to do and did.
   *
   * @param person opaque id
   * @param held cases held now
   * @param decided cases decided in the time that is looked at
   */
  public record Load(String person, int held, int decided) {}

  /** Cases that wait, by the days since they were received. */
  public record Ages(int day, int threeDays, int week, int twoWeeks, int longer) {}

  /** Cases that wait, by how much of their time is left ({@link Urgency}). */
  public record Deadlines(int normal, int dueSoon, int urgent, int late) {}

  /** How decisions about one country or agency came out. */
  public record Refusals(String name, int decided, int refused, int partly) {

    /** Share of decisions that refuse everything, in per cent; 0 without any decision. */
    public int percent() {
      return decided == 0 ? 0 : Math.round(100f * refused / decided);
    }
  }

  /** What second persons said to proposed decisions. */
  public record SecondPersons(int confirmed, int objected) {

    /** Share of objections, in per cent; 0 if nothing was said. */
    public int percent() {
      int all = confirmed + objected;
      return all == 0 ? 0 : Math.round(100f * objected / all);
    }
  }

  /**
   * The figures as they stand now. To whoever may decide cases a second time without knowing how
   * they were decided, countries and agencies of few decisions are not shown.
   *
   * @param period how far back decisions count
   * @param reader whose conflicts leave agencies out
   */
  public Figures over(Duration period, Actor reader) {
    Instant now = clock.instant();
    int fewest = reader.role().equals(Roles.OPS) ? 1 : FEWEST_FOR_REVIEWERS;
    LocalDateTime to = utc(now);
    LocalDateTime from = utc(now.minus(period));
    return transactions.call(
        () -> {
          Collection<String> without = without(reader);
          return new Figures(
              workload(without, from, to),
              ages(without, now),
              deadlines(without, to),
              decided(without, from),
              fewest,
              refusals("country", fewest, without, from),
              refusals("agency_name", fewest, without, from),
              second(without, from));
        });
  }

  /**
   * Who holds cases, or has decided some, who holds most first.
   *
   * @param period how far back decisions count
   * @param reader whose conflicts leave agencies out
   */
  public List<Load> workload(Duration period, Actor reader) {
    Instant now = clock.instant();
    return transactions.call(() -> workload(without(reader), utc(now.minus(period)), utc(now)));
  }

  /** What is left out for a reader; never empty. */
  private Collection<String> without(Actor reader) {
    Collection<String> conflicted = conflicts.of(reader.id());
    return conflicted.isEmpty() ? PastCases.NO_AGENCY : conflicted;
  }

  private List<Load> workload(Collection<String> without, LocalDateTime from, LocalDateTime now) {
    return rows(
        "SELECT person, SUM(held), SUM(decided) FROM ("
            + "SELECT holder AS person, COUNT(*) AS held, 0 AS decided FROM shown"
            + " WHERE waits AND holder IS NOT NULL AND lease_until > ? GROUP BY holder"
            + " UNION ALL SELECT decided_by, 0, COUNT(*) FROM shown"
            + " WHERE decided AND decided_by IS NOT NULL AND decided_at >= ?"
            + " GROUP BY decided_by) AS work"
            + " GROUP BY person ORDER BY 2 DESC, 3 DESC, 1",
        without,
        row -> new Load(row.getString(1), row.getInt(2), row.getInt(3)),
        now,
        from);
  }

  private Ages ages(Collection<String> without, Instant now) {
    return rows(
            "SELECT COALESCE(SUM(received_at >= ?), 0), COALESCE(SUM(received_at < ? AND"
                + " received_at >= ?), 0), COALESCE(SUM(received_at < ? AND received_at >= ?), 0),"
                + " COALESCE(SUM(received_at < ? AND received_at >= ?), 0),"
                + " COALESCE(SUM(received_at < ?), 0) FROM shown WHERE waits",
            without,
            row ->
                new Ages(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
            ago(now, 1),
            ago(now, 1),
            ago(now, 3),
            ago(now, 3),
            ago(now, 7),
            ago(now, 7),
            ago(now, 14),
            ago(now, 14))
        .getFirst();
  }

  private Deadlines deadlines(Collection<String> without, LocalDateTime now) {
    return rows(
            "SELECT COUNT(*), COALESCE(SUM(due_at <= clock), 0),"
                + " COALESCE(SUM(due_at > clock AND urgent_from < clock), 0),"
                + " COALESCE(SUM(due_at > clock AND urgent_from >= clock"
                + " AND due_soon_from < clock), 0)"
                // A clock that waits for the agency's answer still shows when it was stopped.
                + " FROM (SELECT due_at, due_soon_from, urgent_from, COALESCE(clock_stopped_at,"
                + " CAST(? AS DATETIME(6))) AS clock FROM shown WHERE waits) AS waiting",
            without,
            row -> {
              int late = row.getInt(2);
              int urgent = row.getInt(3);
              int soon = row.getInt(4);
              return new Deadlines(row.getInt(1) - late - urgent - soon, soon, urgent, late);
            },
            now)
        .getFirst();
  }

  private int decided(Collection<String> without, LocalDateTime from) {
    return rows(
            "SELECT COUNT(*) FROM shown WHERE decided AND decided_at >= ?",
            without,
            row -> row.getInt(1),
            from)
        .getFirst();
  }

  private List<Refusals> refusals(
      String column, int fewest, Collection<String> without, LocalDateTime from) {
    return rows(
        "SELECT %1$s, COUNT(*), SUM(outcome = 'REFUSED'), SUM(outcome = 'PARTLY_APPROVED')"
                .formatted(column)
            + " FROM shown WHERE decided AND decided_at >= ? GROUP BY %s HAVING COUNT(*) >= %d"
                .formatted(column, fewest)
            + " ORDER BY 2 DESC, 1 LIMIT "
            + MOST_AGENCIES,
        without,
        row -> new Refusals(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)),
        from);
  }

  private SecondPersons second(Collection<String> without, LocalDateTime from) {
    return rows(
            "SELECT (SELECT COUNT(*) FROM shown WHERE decided AND confirmed_by IS NOT NULL"
                + " AND decided_at >= ?), (SELECT COUNT(*) FROM case_message JOIN shown"
                + " ON shown.id = case_message.case_id WHERE type = '%s'"
                    .formatted(DecisionObjected.getClassSchema().getFullName())
                + " AND at >= ?)",
            without,
            row -> new SecondPersons(row.getInt(1), row.getInt(2)),
            from,
            from)
        .getFirst();
  }

  /** What is made of a row. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(
      String sql, Collection<String> without, Reader<T> reader, LocalDateTime... times) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(SHOWN.formatted(Jdbc.places(without)) + sql)) {
            int place = Jdbc.set(select, 1, without);
            for (LocalDateTime time : times) {
              select.setObject(place++, time);
            }
            try (ResultSet row = select.executeQuery()) {
              var found = new ArrayList<T>();
              while (row.next()) {
                found.add(reader.read(row));
              }
              return List.copyOf(found);
            }
          }
        });
  }

  private static LocalDateTime ago(Instant now, int days) {
    return utc(now.minus(Duration.ofDays(days)));
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
