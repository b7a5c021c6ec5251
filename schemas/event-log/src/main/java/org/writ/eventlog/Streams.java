package org.writ.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  /**
   * Moves the version of each stream on by its events.
   *
   * @throws ConcurrentChange if one is no longer where it was expected; names it unless several new
   *     ones were inserted together
   */
  static void advance(Connection connection, List<Append> appends) throws SQLException {
    List<Append> begun = appends.stream().filter(append -> append.expectedVersion() == 0).toList();
    if (!begun.isEmpty()) {
      begin(connection, begun);
    }
    for (Append append : appends) {
      if (append.expectedVersion() != 0) {
        advance(connection, append);
      }
    }
  }

  private static void begin(Connection connection, List<Append> begun) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO stream (topic, subject, version) VALUES (?, ?, ?)")) {
      for (Append append : begun) {
        insert.setString(1, append.topic().topicName());
        insert.setString(2, append.subject());
        insert.setLong(3, append.events().size());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException refused) {
      if (Jdbc.isDuplicate(refused)) {
        Append first = begun.getFirst();
        throw new ConcurrentChange(first.topic().topicName(), first.subject(), 0);
      }
      throw refused;
    }
  }

  private static void advance(Connection connection, Append append) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE stream SET version = ? WHERE topic = ? AND subject = ? AND version = ?")) {
      update.setLong(1, append.expectedVersion() + append.events().size());
      update.setString(2, append.topic().topicName());
      update.setString(3, append.subject());
      update.setLong(4, append.expectedVersion());
      if (update.executeUpdate() == 0) {
        throw new ConcurrentChange(
            append.topic().topicName(), append.subject(), append.expectedVersion());
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
