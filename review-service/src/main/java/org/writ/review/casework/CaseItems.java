package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.events.review.CaseItem;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;

/**
 * The table {@code case_item}, written by {@link CaseFold} alone. A case can have tens of thousands
 * of items, so that rows go in batches. Works in the current transaction.
 */
@ApplicationScoped
class CaseItems {

  /** Rows sent at once. */
  private static final int BATCH = 1_000;

  private final DataSource dataSource;

  CaseItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The items of a case, in the order of the request. */
  List<ItemRow> of(String caseId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, identifier_type, data_types, period_from, period_to, outcome,"
                      + " approved_data_types, approved_from, approved_to, ground FROM case_item"
                      + " WHERE case_id = ? ORDER BY position")) {
            select.setString(1, caseId);
            try (ResultSet row = select.executeQuery()) {
              var items = new ArrayList<ItemRow>();
              while (row.next()) {
                items.add(item(row));
              }
              return List.copyOf(items);
            }
          }
        });
  }

  private static ItemRow item(ResultSet row) throws SQLException {
    String itemId = row.getString("item_id");
    String type = row.getString("identifier_type");
    String outcome = row.getString("outcome");
    var asked =
        new CaseItem(
            itemId,
            type,
            Words.split(row.getString("data_types")),
            instant(row, "period_from"),
            instant(row, "period_to"));
    return new ItemRow(
        asked,
        outcome == null
            ? null
            : new ItemDecision(
                itemId,
                ItemOutcome.valueOf(outcome),
                type,
                Words.split(row.getString("approved_data_types")),
                instant(row, "approved_from"),
                instant(row, "approved_to"),
                row.getString("ground")));
  }

  /** Keeps the items that a request names. */
  void add(String caseId, List<CaseItem> items) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO case_item (case_id, position, item_id, identifier_type, data_types,"
                      + " period_from, period_to) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < items.size(); i++) {
              CaseItem item = items.get(i);
              insert.setString(1, caseId);
              insert.setInt(2, i);
              insert.setString(3, item.getItemId());
              insert.setString(4, item.getIdentifierType());
              insert.setString(5, Words.join(item.getDataTypes()));
              set(insert, 6, item.getFrom());
              set(insert, 7, item.getTo());
              batch(insert, i + 1, items.size());
            }
          }
        });
  }

  /**
   * Keeps what was decided, or is proposed.
   *
   * @throws IllegalArgumentException if it is about an item that the case does not have
   */
  void keepDecisions(String caseId, List<ItemDecision> decisions) {
    Map<String, Integer> positions = positions(caseId);
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE case_item SET outcome = ?, approved_data_types = ?, approved_from = ?,"
                      + " approved_to = ?, ground = ? WHERE case_id = ? AND position = ?")) {
            for (int i = 0; i < decisions.size(); i++) {
              ItemDecision decision = decisions.get(i);
              Integer position = positions.get(decision.getItemId());
              if (position == null) {
                throw new IllegalArgumentException("A decision about an unknown item");
              }
              update.setString(1, decision.getOutcome().name());
              update.setString(2, Words.join(decision.getDataTypes()));
              set(update, 3, decision.getFrom());
              set(update, 4, decision.getTo());
              update.setString(5, decision.getGround());
              update.setString(6, caseId);
              update.setInt(7, position);
              batch(update, i + 1, decisions.size());
            }
          }
        });
  }

  /** Forgets what was proposed. */
  void forgetDecisions(String caseId) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE case_item SET outcome = NULL, approved_data_types = NULL,"
                      + " approved_from = NULL, approved_to = NULL, ground = NULL"
                      + " WHERE case_id = ?")) {
            update.setString(1, caseId);
            update.executeUpdate();
          }
        });
  }

  private Map<String, Integer> positions(String caseId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, position FROM case_item WHERE case_id = ?")) {
            select.setString(1, caseId);
            try (ResultSet row = select.executeQuery()) {
              var positions = new HashMap<String, Integer>();
              while (row.next()) {
                positions.put(row.getString(1), row.getInt(2));
              }
              return positions;
            }
          }
        });
  }

  /** Adds a row to the batch, and sends it when it is full or complete. */
  static void batch(PreparedStatement statement, int added, int all) throws SQLException {
    statement.addBatch();
    if (added % BATCH == 0 || added == all) {
      statement.executeBatch();
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static void set(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.TIMESTAMP);
    } else {
      statement.setObject(index, time.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }
  }
}
