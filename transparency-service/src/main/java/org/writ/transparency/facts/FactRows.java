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

  /** Rows sent at once. */
  private static final int BATCH = 1_000;

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
                      + " decided_millis, collected_millis, accounts_disclosed, fetched, preserved,"
                      + " withdrawn_millis, call_back, order_overdue FROM request_fact WHERE"
                      + " request_id = ?")) {
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
    String callBack = row.getString("call_back");
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
        collected == null
            ? null
            : new Delivery(
                collected,
                row.getInt("accounts_disclosed"),
                row.getBoolean("fetched"),
                row.getBoolean("preserved")),
        instant(row, "withdrawn_millis"),
        callBack == null ? null : CallBack.valueOf(callBack),
        row.getBoolean("order_overdue"),
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

  /**
   * Stores facts.
   *
   * @param changed the facts as they are now
   * @param stored the facts as they were found; items that are the same in both are not written
   */
  void put(Map<String, RequestFacts> changed, Map<String, RequestFacts> stored) {
    Jdbc.run(
        dataSource,
        connection -> {
          putFacts(connection, changed);
          putItems(connection, changed, stored);
        });
  }

  private static void putFacts(Connection connection, Map<String, RequestFacts> changed)
      throws SQLException {
    try (PreparedStatement replace =
        connection.prepareStatement(
            "REPLACE INTO request_fact (request_id, country, process, regime, offence_category,"
                + " received_millis, decided_millis, collected_millis, withdrawn_millis,"
                + " accounts_specified, accounts_disclosed, outcome, outcome_millis, fetched,"
                + " call_back, call_back_failed, order_overdue, preserved)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
        replace.setBoolean(14, facts.delivery() != null && facts.delivery().fetched());
        replace.setString(15, facts.callBack() == null ? null : facts.callBack().name());
        replace.setBoolean(16, facts.callBackFailed());
        replace.setBoolean(17, facts.orderOverdue());
        replace.setBoolean(18, facts.delivery() != null && facts.delivery().preserved());
        replace.addBatch();
      }
      replace.executeBatch();
    }
  }

  private static void putItems(
      Connection connection, Map<String, RequestFacts> changed, Map<String, RequestFacts> stored)
      throws SQLException {
    try (PreparedStatement replace =
        connection.prepareStatement(
            "REPLACE INTO request_item (request_id, item_id, asked_types, asked_from_millis,"
                + " asked_to_millis, approved_types, approved_from_millis, approved_to_millis,"
                + " disclosed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int rows = 0;
      for (var entry : changed.entrySet()) {
        Map<String, Item> before = stored.getOrDefault(entry.getKey(), RequestFacts.NONE).items();
        for (var item : entry.getValue().items().entrySet()) {
          if (item.getValue().equals(before.get(item.getKey()))) {
            continue;
          }
          replace.setString(1, entry.getKey());
          replace.setString(2, item.getKey());
          set(replace, 3, item.getValue().asked());
          set(replace, 6, item.getValue().approved());
          replace.setBoolean(9, item.getValue().disclosed());
          replace.addBatch();
          if (++rows % BATCH == 0) {
            replace.executeBatch();
          }
        }
      }
      if (rows % BATCH != 0) {
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
                      + " SUM(accounts_disclosed), SUM(call_back_failed), SUM(order_overdue)"
                      + " FROM request_fact"
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
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
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
