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
 * The tables {@code case_item}, {@code case_item_decision} and {@code case_former_ground}, written
 * by {@link CaseFold} alone. A case can have tens of thousands of items, so that rows are added in
 * batches and never changed. Works in the current transaction.
 */
@ApplicationScoped
class CaseItems {

  /** Rows sent or received at once. */
  private static final int BATCH = 1_000;

  private final DataSource dataSource;

  CaseItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The items of a case, in the order of the request. */
  List<ItemRow> of(String caseId) {
    return of(caseId, 0, Integer.MAX_VALUE);
  }

  /**
   * Some of the items of a case, in the order of the request.
   *
   * @param position place of the first of them, from 0
   * @param most how many at most
   */
  List<ItemRow> of(String caseId, int position, int most) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, identifier_type, item.data_types, item.period_from,"
                      + " item.period_to, outcome, decision.data_types AS approved_data_types,"
                      + " decision.period_from AS approved_from,"
                      + " decision.period_to AS approved_to, ground"
                      + " FROM case_item AS item LEFT JOIN case_item_decision AS decision"
                      + " USING (case_id, position)"
                      + " WHERE item.case_id = ? AND item.position >= ?"
                      + " ORDER BY item.position LIMIT ?")) {
            select.setFetchSize(BATCH);
            select.setString(1, caseId);
            select.setInt(2, position);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
              var items = new ArrayList<ItemRow>();
              var same = new OneOfEach();
              while (row.next()) {
                items.add(item(row, same));
              }
              return List.copyOf(items);
            }
          }
        });
  }

  private static ItemRow item(ResultSet row, OneOfEach same) throws SQLException {
    String itemId = row.getString("item_id");
    String type = same.text(row.getString("identifier_type"));
    String outcome = row.getString("outcome");
    var asked =
        new CaseItem(
            itemId,
            type,
            same.words(row.getString("data_types")),
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
                same.words(row.getString("approved_data_types")),
                instant(row, "approved_from"),
                instant(row, "approved_to"),
                same.optionalText(row.getString("ground"))));
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
   * Keeps what was decided, or is proposed, in place of what was proposed before.
   *
   * @throws IllegalArgumentException if it is about an item that the case does not have
   */
  void keepDecisions(String caseId, List<ItemDecision> decisions) {
    forgetDecisions(caseId);
    Map<String, Integer> positions = positions(caseId);
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO case_item_decision (case_id, position, outcome, data_types,"
                      + " period_from, period_to, ground) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < decisions.size(); i++) {
              ItemDecision decision = decisions.get(i);
              Integer position = positions.get(decision.getItemId());
              if (position == null) {
                throw new IllegalArgumentException("A decision about an unknown item");
              }
              insert.setString(1, caseId);
              insert.setInt(2, position);
              insert.setString(3, decision.getOutcome().name());
              insert.setString(4, Words.join(decision.getDataTypes()));
              set(insert, 5, decision.getFrom());
              set(insert, 6, decision.getTo());
              insert.setString(7, decision.getGround());
              batch(insert, i + 1, decisions.size());
            }
          }
        });
  }

  /** Keeps the grounds of a decision that stands no longer. */
  void keepFormerGrounds(String caseId, String decision) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO case_former_ground (case_id, decision, position, ground)"
                      + " SELECT case_id, ?, position, ground FROM case_item_decision"
                      + " WHERE case_id = ? AND ground IS NOT NULL")) {
            insert.setString(1, decision);
            insert.setString(2, caseId);
            insert.executeUpdate();
          }
        });
  }

  /**
   * The grounds on which a decision that stands no longer refused items.
   *
   * @return by the id of the item
   */
  Map<String, String> formerGrounds(String caseId, String decision) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, ground FROM case_former_ground JOIN case_item"
                      + " USING (case_id, position) WHERE case_id = ? AND decision = ?")) {
            select.setString(1, caseId);
            select.setString(2, decision);
            try (ResultSet row = select.executeQuery()) {
              var grounds = new HashMap<String, String>();
              while (row.next()) {
                grounds.put(row.getString(1), row.getString(2));
              }
              return grounds;
            }
          }
        });
  }

  /** Forgets what was proposed. */
  void forgetDecisions(String caseId) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM case_item_decision WHERE case_id = ?")) {
            delete.setString(1, caseId);
            delete.executeUpdate();
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
