package org.writ.eventlog.consume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.writ.eventlog.Jdbc;

/**
 * The sequence of the last event that was applied, per subject of a source topic, and which
 * subjects have parked events.
 */
final class ConsumedSequences {

  private ConsumedSequences() {}

  /**
   * What became of events of some subjects before.
   *
   * @param applied the sequence of the last event that was applied, of those that had any
   * @param parked those with an event that waits to be retried or dropped
   */
  record Before(Map<String, Long> applied, Set<String> parked) {}

  /** What became of events of these subjects before. */
  static Before find(Connection connection, String topic, Collection<String> subjects)
      throws SQLException {
    String places = Jdbc.places(subjects);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT subject, sequence FROM consumed WHERE topic = ? AND subject IN "
                + places
                + " UNION ALL SELECT DISTINCT subject, NULL FROM parked"
                + " WHERE dropped_at IS NULL AND topic = ? AND subject IN "
                + places)) {
      select.setString(1, topic);
      int place = Jdbc.set(select, 2, subjects);
      select.setString(place, topic);
      Jdbc.set(select, place + 1, subjects);
      var applied = new HashMap<String, Long>();
      var parked = new HashSet<String>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          long sequence = rows.getLong(2);
          if (rows.wasNull()) {
            parked.add(rows.getString(1));
          } else {
            applied.put(rows.getString(1), sequence);
          }
        }
      }
      return new Before(applied, parked);
    }
  }

  static void put(Connection connection, String topic, Map<String, Long> sequences)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO consumed (topic, subject, sequence) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE sequence = VALUES(sequence)")) {
      for (var applied : sequences.entrySet()) {
        upsert.setString(1, topic);
        upsert.setString(2, applied.getKey());
        upsert.setLong(3, applied.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
