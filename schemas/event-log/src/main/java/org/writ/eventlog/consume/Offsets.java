package org.writ.eventlog.consume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.writ.eventlog.TopicNames;

/** Up to where a service has consumed each partition: the table {@code consumer_offset}. */
public final class Offsets {

  private Offsets() {}

  /** The next offset of each of these partitions; 0 where nothing was consumed yet. */
  public static Map<TopicPartition, Long> stored(
      Connection connection, TopicNames names, Collection<TopicPartition> partitions)
      throws SQLException {
    var stored = new HashMap<TopicPartition, Long>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT next_offset FROM consumer_offset WHERE topic = ? AND partition_id = ?")) {
      for (TopicPartition partition : partitions) {
        select.setString(1, names.parse(partition.topic()).topicName());
        select.setInt(2, partition.partition());
        try (ResultSet row = select.executeQuery()) {
          stored.put(partition, row.next() ? row.getLong(1) : 0L);
        }
      }
    }
    return stored;
  }

  /** The next offsets of a topic by partition, locked until the caller's transaction ends. */
  public static Map<Integer, Long> locked(Connection connection, String topicName)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT partition_id, next_offset FROM consumer_offset WHERE topic = ? FOR UPDATE")) {
      select.setString(1, topicName);
      try (ResultSet rows = select.executeQuery()) {
        var next = new TreeMap<Integer, Long>();
        while (rows.next()) {
          next.put(rows.getInt(1), rows.getLong(2));
        }
        return next;
      }
    }
  }

  /** Stores the next offset, whatever was stored before. */
  public static void put(Connection connection, String topicName, int partition, long next)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO consumer_offset (topic, partition_id, next_offset) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset)")) {
      upsert.setString(1, topicName);
      upsert.setInt(2, partition);
      upsert.setLong(3, next);
      upsert.executeUpdate();
    }
  }

  /**
   * Advances the next offset by compare-and-set.
   *
   * @param expected what this consumer believes to be stored; 0 if nothing is
   * @return false if another consumer was here: the caller must roll back
   */
  public static boolean advance(
      Connection connection, String topicName, int partition, long expected, long next)
      throws SQLException {
    if (expected == 0) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT IGNORE INTO consumer_offset (topic, partition_id, next_offset) VALUES (?, ?, 0)")) {
        insert.setString(1, topicName);
        insert.setInt(2, partition);
        insert.executeUpdate();
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE consumer_offset SET next_offset = ?"
                + " WHERE topic = ? AND partition_id = ? AND next_offset = ?")) {
      update.setLong(1, next);
      update.setString(2, topicName);
      update.setInt(3, partition);
      update.setLong(4, expected);
      return update.executeUpdate() == 1;
    }
  }
}
