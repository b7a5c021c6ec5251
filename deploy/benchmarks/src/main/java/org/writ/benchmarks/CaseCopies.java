package org.writ.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Very many cases in review's datastore: the rows that the service made of one request, copied, as
 * if others had sent the same in the days before. Only the open parts can be read, which are all
 * that lists and back-tests look at; nothing can be done with a copy.
 */
final class CaseCopies implements AutoCloseable {

  private static final int AGENCIES = 200;

  /** Every day of the span gets as many; a copy keeps the times that its original has left. */
  private static final String SHIFT = " - INTERVAL FLOOR(RAND(s.seq) * ?) SECOND";

  private static final String ID =
      "LOWER(INSERT(INSERT(INSERT(INSERT(MD5(CONCAT(?, '/', s.seq)), 9, 0, '-'), 14, 0, '-'),"
          + " 19, 0, '-'), 24, 0, '-'))";

  private static final String[] CHILDREN = {
    "case_item", "case_item_decision", "case_finding", "case_timeline"
  };

  private final Connection review;

  CaseCopies(String url, String user, String password) throws SQLException {
    this.review = DriverManager.getConnection(url, user, password);
  }

  /**
   * Adds copies of a case.
   *
   * @param count how many
   * @param days over how many days before the original's receipt theirs are spread
   */
  void add(String caseId, int count, int days) throws SQLException {
    String seconds = Long.toString(days * 86_400L);
    String id = ID.replace("?", "'" + caseId + "'");
    var changed = new HashMap<String, String>();
    for (String time :
        new String[] {"received_at", "clock_from", "due_at", "due_soon_from", "urgent_from"}) {
      changed.put(time, "o." + time + SHIFT.replace("?", seconds));
    }
    changed.put("id", id);
    changed.put("agency", "CONCAT('agency-', s.seq %% %d)".formatted(AGENCIES));
    changed.put("agency_name", "CONCAT('Police of town ', s.seq %% %d)".formatted(AGENCIES));
    changed.put(
        "country",
        "ELT(1 + s.seq % 12, 'DE', 'DE', 'DE', 'FR', 'IN', 'IT', 'ES', 'PL', 'NL', 'BE', 'AT',"
            + " 'SE')");
    copy("legal_case", "id", changed, caseId, count);
    for (String child : CHILDREN) {
      copy(child, "case_id", Map.of("case_id", id), caseId, count);
    }
  }

  private void copy(String table, String key, Map<String, String> changed, String caseId, int count)
      throws SQLException {
    List<String> columns = columns(table);
    String selected =
        columns.stream()
            .map(column -> changed.getOrDefault(column, "o." + column))
            .collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        review.prepareStatement(
            "INSERT INTO %1$s (%2$s) SELECT %3$s FROM %1$s AS o JOIN seq_1_to_%4$d AS s"
                .concat(" WHERE o.%5$s = ?")
                .formatted(table, String.join(", ", columns), selected, count, key))) {
      insert.setString(1, caseId);
      insert.executeUpdate();
    }
    try (var statement = review.createStatement()) {
      statement.execute("ANALYZE TABLE " + table);
    }
  }

  private List<String> columns(String table) throws SQLException {
    var columns = new ArrayList<String>();
    try (PreparedStatement select =
        review.prepareStatement(
            "SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER'")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  /** A number that the database counts. */
  long count(String sql) throws SQLException {
    try (var statement = review.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Reads rows as plain JDBC does, and does nothing with them.
   *
   * @return how many there were
   */
  long read(String sql) throws SQLException {
    try (var statement = review.createStatement()) {
      statement.setFetchSize(1_000);
      long rows = 0;
      try (var row = statement.executeQuery(sql)) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          for (int column = 1; column <= columns; column++) {
            row.getObject(column);
          }
          rows++;
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    review.close();
  }
}
