package org.writ.review.jurisdiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.review.Safeguards;
import org.writ.web.list.Cursors;
import org.writ.web.list.Page;
import org.writ.web.problem.Problems;

/** The table of safeguards by country. Each command is one transaction. */
@ApplicationScoped
public class Jurisdictions {

  private final Transactions transactions;
  private final EventLog log;
  private final JurisdictionRows rows;

  Jurisdictions(Transactions transactions, EventLog log, JurisdictionRows rows) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
  }

  /** The safeguards that count for a country's requests. In the current transaction. */
  public Jurisdiction current(String country) {
    return rows.findByIdOptional(country)
        .flatMap(row -> rows.step(country, row.confirmed))
        .map(JurisdictionStepRow::jurisdiction)
        .orElseGet(() -> Jurisdiction.plain(country));
  }

  /**
   * The safeguards that counted for a country's requests at a time, as {@link History#at} says it.
   * In the current transaction.
   */
  public Jurisdiction at(String country, Instant time) {
    return rows.confirmed(country, time)
        .map(JurisdictionStepRow::jurisdiction)
        .orElseGet(() -> Jurisdiction.plain(country));
  }

  /** What counted when, for all countries. */
  public History history() {
    var byCountry = new TreeMap<String, TreeMap<Instant, Jurisdiction>>();
    transactions
        .call(rows::confirmed)
        .forEach(
            step ->
                byCountry
                    .computeIfAbsent(step.country, _ -> new TreeMap<>())
                    .put(step.at, step.jurisdiction()));
    return new History(byCountry);
  }

  /**
   * What counted when. Immutable.
   *
   * @param byCountry what was confirmed, by time
   */
  public record History(Map<String, TreeMap<Instant, Jurisdiction>> byCountry) {

    /** The safeguards that counted for a country's requests at a time. */
    public Jurisdiction at(String country, Instant time) {
      var confirmed = byCountry.get(country);
      var last = confirmed == null ? null : confirmed.floorEntry(time);
      return last == null ? Jurisdiction.plain(country) : last.getValue();
    }
  }

  /**
   * Proposes safeguards for a country.
   *
   * @param seen version that the caller saw; 0 if there was nothing
   * @throws JurisdictionConflict see {@link JurisdictionChanges#propose}
   */
  public JurisdictionView propose(
      String country, long seen, Safeguards safeguards, Actor proposer) {
    return change(
        country,
        seen,
        proposer,
        standing ->
            NewEvent.open(JurisdictionChanges.propose(standing, safeguards, proposer.id())));
  }

  /**
   * Confirms what another person proposed.
   *
   * @param seen version that the caller saw
   * @throws JurisdictionConflict see {@link JurisdictionChanges#confirm}
   */
  public JurisdictionView confirm(String country, long seen, Actor confirmer) {
    return change(
        country,
        seen,
        confirmer,
        standing -> NewEvent.open(JurisdictionChanges.confirm(standing, confirmer.id())));
  }

  /** A country with its history; one that nobody ever set anything for is plain. */
  public JurisdictionView view(String country) {
    return transactions.call(() -> viewed(country));
  }

  /** A page of the countries that somebody set or proposes something for. */
  public JurisdictionList list(@Nullable String after, int size) {
    return transactions.call(
        () -> {
          Page<JurisdictionRow> page =
              Page.find(size, most -> rows.after(after, most), row -> Cursors.write(row.country));
          return new JurisdictionList(
              page.map(row -> JurisdictionView.of(standing(row), List.of(), row.version)),
              page.nextCursor());
        });
  }

  private JurisdictionView change(
      String country, long seen, Actor actor, Function<JurisdictionStanding, NewEvent> step) {
    return transactions.call(
        () -> {
          JurisdictionRow row = rows.lock(country).orElse(null);
          long version = row == null ? 0 : row.version;
          if (version != seen) {
            throw Problems.stale(
                "The safeguards have changed since you saw them; read them again.");
          }
          NewEvent event =
              step.apply(
                  row == null
                      ? new JurisdictionStanding(Jurisdiction.plain(country), null, null)
                      : standing(row));
          log.append(Topic.REVIEW_JURISDICTIONS, country, version, actor, null, List.of(event));
          return viewed(country);
        });
  }

  private JurisdictionView viewed(String country) {
    return rows.findByIdOptional(country)
        .map(row -> JurisdictionView.of(standing(row), rows.steps(country), row.version))
        .orElseGet(
            () ->
                JurisdictionView.of(
                    new JurisdictionStanding(Jurisdiction.plain(country), null, null),
                    List.of(),
                    0));
  }

  private JurisdictionStanding standing(JurisdictionRow row) {
    return new JurisdictionStanding(
        rows.step(row.country, row.confirmed)
            .map(JurisdictionStepRow::jurisdiction)
            .orElseGet(() -> Jurisdiction.plain(row.country)),
        rows.step(row.country, row.proposed).map(JurisdictionStepRow::safeguards).orElse(null),
        row.proposedBy);
  }
}
