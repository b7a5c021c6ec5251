package org.writ.eventlog.replay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.writ.eventlog.publish.Outbox;
import org.writ.events.Topic;

/**
 * One moment of the live database, held by a read transaction: the rows, how far the events behind
 * them stand on Kafka, and the events that are not there yet. What the rows hold is exactly these
 * two together, whatever the service does meanwhile.
 */
final class Live implements AutoCloseable {

  private final Connection connection;
  private final Outbox outbox;
  private final String service;

  /** Fixes the moment. */
  Live(String url, String user, String password, String service, Outbox outbox)
      throws SQLException {
    this.connection = DriverManager.getConnection(url, user, password);
    this.outbox = outbox;
    this.service = service;
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  Connection connection() {
    return connection;
  }

  /** The next offset of each partition of a topic; a partition that is missing has no event. */
  Map<Integer, Long> nextOffsets(Topic topic) throws SQLException {
    Map<Integer, Long> published = nextOffsets("published", topic);
    // A topic that no relay writes (the ledger) is folded as it is consumed.
    return published.isEmpty() ? nextOffsets("consumer_offset", topic) : published;
  }

  private Map<Integer, Long> nextOffsets(String table, Topic topic) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT partition_id, next_offset FROM " + table + " WHERE topic = ?")) {
      select.setString(1, topic.topicName());
      try (ResultSet rows = select.executeQuery()) {
        var next = new TreeMap<Integer, Long>();
        while (rows.next()) {
          next.put(rows.getInt(1), rows.getLong(2));
        }
        return next;
      }
    }
  }

  /** Events that are in the rows and not yet acknowledged by Kafka. */
  List<Outbox.Row> waiting() throws SQLException {
    return outbox.oldest(connection, service, Integer.MAX_VALUE);
  }

  /** Whether an instance of the service relays, so that the rows may change at any time. */
  boolean isServing() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM lease WHERE expires_at > UTC_TIMESTAMP(6)")) {
      return rows.next();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
