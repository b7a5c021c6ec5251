package org.writ.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.writ.events.Topic;

/**
 * The version of each aggregate: the sequence of its newest event. The table {@code stream}, which
 * follows from the log.
 */
public final class Streams {

  private Streams() {}

  /** Version of an aggregate, as the connection's transaction sees it; 0 if it has no event. */
  public static long version(Connection connection, Topic topic, String subject)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version FROM stream WHERE topic = ? AND subject = ?")) {
      select.setString(1, topic.topicName());
      select.setString(2, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    }
  }

  /** Sets versions that follow from events of the log, by subject. */
  public static void put(Connection connection, Topic topic, Map<String, Long> versions)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO stream (topic, subject, version) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE version = VALUES(version)")) {
      for (var version : versions.entrySet()) {
        upsert.setString(1, topic.topicName());
        upsert.setString(2, version.getKey());
        upsert.setLong(3, version.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
