package org.writ.transparency.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.transparency.facts.RequestFacts.Delivery;
import org.writ.transparency.facts.RequestFacts.Item;
import org.writ.transparency.facts.RequestFacts.Scope;
import org.writ.transparency.facts.RequestFacts.Span;
import org.writ.transparency.facts.RequestFacts.Submission;

/** The tables {@code request_fact} and {@code request_item}. */
@ApplicationScoped
class FactRows {

  private final DataSource dataSource;

  FactRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is known of a request; {@link RequestFacts#NONE} if nothing is. */
  RequestFacts find(String requestId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT country, process, regime, offence_category, received_millis,"
                      + " decided_millis, collected_millis, accounts_disclosed, withdrawn_millis"
                      + " FROM request_fact WHERE request_id = ?")) {
            select.setString(1, requestId);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? facts(row, items(connection, requestId)) : RequestFacts.NONE;
            }
          }
        });
  }

  private static RequestFacts facts(ResultSet row, Map<String, Item> items) throws SQLException {
    Instant received = instant(row, "received_millis");
    Instant collected = instant(row, "collected_millis");
    return new RequestFacts(
        received == null
            ? null
            : new Submission(
                row.getString("country"),
                row.getString("process"),
                row.getString("regime"),
                row.getString("offence_category"),
                received),
        instant(row, "decided_millis"),
        collected == null ? null : new Delivery(collected, row.getInt("accounts_disclosed")),
        instant(row, "withdrawn_millis"),
        items);
  }

  private static Map<String, Item> items(Connection connection, String requestId)
      throws SQLException {
    var items = new TreeMap<String, Item>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT item_id, asked_types, asked_from_millis, asked_to_millis, approved_types,"
                + " approved_from_millis, approved_to_millis, disclosed"
                + " FROM request_item WHERE request_id = ?")) {
      select.setString(1, requestId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items.put(
              row.getString("item_id"),
              new Item(scope(row, "asked"), scope(row, "approved"), row.getBoolean("disclosed")));
        }
      }
    }
    return items;
  }

  private static @Nullable Scope scope(ResultSet row, String prefix) throws SQLException {
    String types = row.getString(prefix + "_types");
    if (types == null) {
      return null;
    }
    return new Scope(
        types.isEmpty() ? Set.of() : Set.of(types.split(",")),
        new Span(instant(row, prefix + "_from_millis"), instant(row, prefix + "_to_millis")));
  }

  void put(Map<String, RequestFacts> changed) {
    Jdbc.run(
        dataSource,
        connection -> {
          putFacts(connection, changed);
          putItems(connection, changed);
        });
  }

  private static void putFacts(Connection connection, Map<String, RequestFacts> changed)
      throws SQLException {
    try (PreparedStatement replace =
        connection.prepareStatement(
            "REPLACE INTO request_fact (request_id, country, process, regime, offence_category,"
                + " received_millis, decided_millis, collected_millis, withdrawn_millis,"
                + " accounts_specified, accounts_disclosed, outcome, outcome_millis)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var entry : changed.entrySet()) {
        RequestFacts facts = entry.getValue();
        Submission submission = facts.submission();
        replace.setString(1, entry.getKey());
        replace.setString(2, submission == null ? null : submission.country());
        replace.setString(3, submission == null ? null : submission.process());
        replace.setString(4, submission == null ? null : submission.regime());
        replace.setString(5, submission == null ? null : submission.offenceCategory());
        set(replace, 6, submission == null ? null : submission.receivedAt());
        set(replace, 7, facts.decidedAt());
        set(replace, 8, facts.delivery() == null ? null : facts.delivery().at());
        set(replace, 9, facts.withdrawnAt());
        replace.setInt(10, facts.accountsSpecified());
        replace.setInt(11, facts.accountsDisclosed());
        replace.setString(12, facts.outcome().name());
        set(replace, 13, facts.outcomeAt());
        replace.addBatch();
      }
      replace.executeBatch();
    }
  }

  private static void putItems(Connection connection, Map<String, RequestFacts> changed)
      throws SQLException {
    try (PreparedStatement replace =
        connection.prepareStatement(
            "REPLACE INTO request_item (request_id, item_id, asked_types, asked_from_millis,"
                + " asked_to_millis, approved_types, approved_from_millis, approved_to_millis,"
                + " disclosed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      boolean any = false;
      for (var entry : changed.entrySet()) {
        for (var item : entry.getValue().items().entrySet()) {
          replace.setString(1, entry.getKey());
          replace.setString(2, item.getKey());
          set(replace, 3, item.getValue().asked());
          set(replace, 6, item.getValue().approved());
          replace.setBoolean(9, item.getValue().disclosed());
          replace.addBatch();
          any = true;
        }
      }
      if (any) {
        replace.executeBatch();
      }
    }
  }

  /**
   * Counts the requests that were received in a period.
   *
   * @param from inclusive
   * @param to exclusive
   */
  List<Tally> tally(Instant from, Instant to) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT country, process, outcome, COUNT(*), SUM(accounts_specified),"
                      + " SUM(accounts_disclosed) FROM request_fact"
                      + " WHERE received_millis >= ? AND received_millis < ?"
                      + " GROUP BY country, process, outcome")) {
            select.setLong(1, from.toEpochMilli());
            select.setLong(2, to.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
              var tallies = new ArrayList<Tally>();
              while (row.next()) {
                tallies.add(
                    new Tally(
                        row.getString(1),
                        row.getString(2),
                        Outcome.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
              }
              return tallies;
            }
          }
        });
  }

  /** When the first request was received. */
  Optional<Instant> firstReceived() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT MIN(received_millis) AS first_millis FROM request_fact");
              ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(instant(row, "first_millis"));
          }
        });
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static void set(PreparedStatement statement, int index, @Nullable Instant moment)
      throws SQLException {
    if (moment == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, moment.toEpochMilli());
    }
  }

  /** Three columns: types, from, to. */
  private static void set(PreparedStatement statement, int index, @Nullable Scope scope)
      throws SQLException {
    statement.setString(index, scope == null ? null : String.join(",", scope.dataTypes()));
    set(statement, index + 1, scope == null ? null : scope.span().from());
    set(statement, index + 2, scope == null ? null : scope.span().to());
  }
}
