package org.writ.eventlog.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Canonical digest of a table: SHA-256 over its rows in the order of the primary key; a row is its
 * columns in the order of their names, each as length (4, big-endian, -1 for NULL) and bytes
 * (binary columns as they are, all others as MariaDB writes them, UTF-8).
 *
 * @param table the table's name
 * @param rows number of rows
 * @param sha256 lower-case hex
 */
public record TableDigest(String table, long rows, String sha256) {

  private static final Set<Integer> BINARY =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  /** What is done with each row while a table is digested. */
  interface RowVisitor {
    /** Called per row with its primary key and the digest of its columns. */
    void visit(String key, String rowSha256);
  }

  /** Digests a table of the connection's database, as its transaction sees it. */
  static TableDigest of(Connection connection, String table) throws SQLException {
    return of(connection, table, (key, row) -> {});
  }

  static TableDigest of(Connection connection, String table, RowVisitor visitor)
      throws SQLException {
    List<String> columns = columns(connection, table, false);
    List<String> key = columns(connection, table, true);
    String sql =
        "SELECT %s FROM %s ORDER BY %s"
            .formatted(quoted(columns), quoted(List.of(table)), quoted(key));
    MessageDigest all = newDigest();
    long rows = 0;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(1000);
      try (ResultSet result = select.executeQuery()) {
        ResultSetMetaData types = result.getMetaData();
        while (result.next()) {
          byte[] row = row(result, types);
          all.update(row);
          visitor.visit(keyOf(result, key), HexFormat.of().formatHex(row));
          rows++;
        }
      }
    }
    return new TableDigest(table, rows, HexFormat.of().formatHex(all.digest()));
  }

  private static byte[] row(ResultSet result, ResultSetMetaData types) throws SQLException {
    MessageDigest digest = newDigest();
    for (int column = 1; column <= types.getColumnCount(); column++) {
      byte[] bytes = bytes(result, column, types.getColumnType(column));
      digest.update(
          ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes == null ? -1 : bytes.length));
      if (bytes != null) {
        digest.update(bytes);
      }
    }
    return digest.digest();
  }

  private static byte @Nullable [] bytes(ResultSet result, int column, int type)
      throws SQLException {
    if (BINARY.contains(type)) {
      return result.getBytes(column);
    }
    String text = result.getString(column);
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String keyOf(ResultSet result, List<String> key) throws SQLException {
    var values = new ArrayList<String>();
    for (String column : key) {
      values.add(column + "=" + result.getString(column));
    }
    return String.join(" ", values);
  }

  private static List<String> columns(Connection connection, String table, boolean keyOnly)
      throws SQLException {
    String sql =
        keyOnly
            ? "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema ="
                + " DATABASE() AND table_name = ? AND constraint_name = 'PRIMARY' ORDER BY"
                + " ordinal_position"
            : "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                + " AND table_name = ? ORDER BY column_name";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, table);
      try (ResultSet rows = select.executeQuery()) {
        var columns = new ArrayList<String>();
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
        if (columns.isEmpty()) {
          throw new IllegalStateException(
              "Table " + table + " does not exist or has no primary key");
        }
        return columns;
      }
    }
  }

  private static String quoted(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
