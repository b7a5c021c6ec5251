package org.writ.eventlog.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where two tables differ, by primary key and without the rows' content. */
final class Differences {

  private static final int SHOWN = 10;

  private Differences() {}

  /** The first ten rows that differ, each with what is wrong with it. */
  static List<String> between(Connection live, Connection rebuilt, String table)
      throws SQLException {
    Map<String, String> expected = new HashMap<>();
    TableDigest.of(live, table, expected::put);
    var differences = new ArrayList<String>();
    TableDigest.of(
        rebuilt,
        table,
        (key, row) -> {
          String other = expected.remove(key);
          if (other == null) {
            differences.add(key + ": only in the rebuilt table");
          } else if (!other.equals(row)) {
            differences.add(key + ": differs");
          }
        });
    expected.keySet().stream()
        .sorted()
        .map(key -> key + ": only in the live table")
        .forEach(differences::add);
    return List.copyOf(differences.subList(0, Math.min(SHOWN, differences.size())));
  }
}
