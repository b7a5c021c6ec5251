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

  /** Of these subjects, those of which an event was applied. */
  static Map<String, Long> find(Connection connection, String topic, Collection<String> subjects)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT subject, sequence FROM consumed WHERE topic = ? AND subject IN "
                    + Jdbc.places(subjects));
        ResultSet rows = query(select, topic, subjects)) {
      var found = new HashMap<String, Long>();
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
      return found;
    }
  }

  /** Of these subjects, those with an event that waits to be retried or dropped. */
  static Set<String> parked(Connection connection, String topic, Collection<String> subjects)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT subject FROM parked WHERE dropped_at IS NULL AND topic = ? AND subject IN "
                    + Jdbc.places(subjects));
        ResultSet rows = query(select, topic, subjects)) {
      var found = new HashSet<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static ResultSet query(
      PreparedStatement select, String topic, Collection<String> subjects) throws SQLException {
    select.setString(1, topic);
    Jdbc.set(select, 2, subjects);
    return select.executeQuery();
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
