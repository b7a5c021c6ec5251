package org.writ.eventlog.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.TopicNames;
import org.writ.events.Topic;

/** The table of events that wait to be sent, and how far those that were sent stand on Kafka. */
@ApplicationScoped
public class Outbox {

  private static final int LARGE_BYTES = 64 * 1024;
  private static final long NO_ROW = 0;

  /**
   * An event that waits.
   *
   * @param id orders the rows that are visible together
   * @param payload the record's value; null for a tombstone
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Row(long id, Topic topic, Envelope envelope, byte @Nullable [] payload) {}

  /** Longest value of an event: what a topic takes in one message, less room for its headers. */
  public static final int MOST_BYTES = Producers.MAX_REQUEST_BYTES - (1 << 16);

  /**
   * An event that is to be sent.
   *
   * @param payload the record's value
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Waiting(Event event, byte[] payload) {}

  /** Adds events in their order, in the caller's transaction. */
  public void add(Connection connection, List<Waiting> waiting) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (topic, subject, event_id, type, time_millis, sequence, cause,"
                + " actor, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Waiting one : waiting) {
        Envelope envelope = one.event().envelope();
        insert.setString(1, one.event().topic().topicName());
        insert.setString(2, envelope.subject());
        insert.setString(3, envelope.id().toString());
        insert.setString(4, envelope.type());
        insert.setLong(5, envelope.time().toEpochMilli());
        insert.setLong(6, envelope.sequence());
        insert.setString(7, envelope.cause() == null ? null : envelope.cause().toString());
        insert.setString(8, envelope.actor().toString());
        insert.setBytes(9, one.payload());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * A number that rises with every event that is added, by whichever instance; at most one look at
   * the database's own books.
   */
  public long appended(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT AUTO_INCREMENT FROM information_schema.TABLES"
                    + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'outbox'");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** The oldest events that are visible to the caller, in order. */
  public List<Row> oldest(Connection connection, String service, int limit) throws SQLException {
    return oldest(connection, service, limit, Long.MAX_VALUE, Set.of());
  }

  /**
   * The oldest events that are visible to the caller, in order.
   *
   * @param bytes after which no more are read; at least one is
   * @param sent ids of rows that are left out
   */
  List<Row> oldest(Connection connection, String service, int limit, long bytes, Set<Long> sent)
      throws SQLException {
    List<Long> without = padded(sent);
    // Large ones are read one by one, so that no more of them are in memory than are wanted.
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, topic, subject, event_id, type, time_millis, sequence, cause, actor,"
                + " OCTET_LENGTH(payload) AS bytes,"
                + " IF(OCTET_LENGTH(payload) > ?, NULL, payload) AS payload"
                + " FROM outbox WHERE id NOT IN "
                + Jdbc.places(without)
                + " ORDER BY id LIMIT ?")) {
      select.setInt(1, LARGE_BYTES);
      int place = 2;
      for (long id : without) {
        select.setLong(place++, id);
      }
      select.setInt(place, limit);
      try (ResultSet rows = select.executeQuery()) {
        var oldest = new ArrayList<Row>();
        long read = 0;
        while (rows.next()) {
          long size = rows.getLong("bytes");
          if (!oldest.isEmpty() && read + size > bytes) {
            break;
          }
          read += size;
          byte[] payload =
              size > LARGE_BYTES
                  ? payload(connection, rows.getLong("id"))
                  : rows.getBytes("payload");
          oldest.add(row(rows, service, payload));
        }
        return oldest;
      }
    }
  }

  /** With ids that no row has, up to a power of two, so that there are few different statements. */
  private static List<Long> padded(Set<Long> ids) {
    var padded = new ArrayList<>(ids);
    int size = Integer.highestOneBit(Math.max(1, 2 * ids.size() - 1));
    padded.addAll(Collections.nCopies(size - ids.size(), NO_ROW));
    return padded;
  }

  private static byte[] payload(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT payload FROM outbox WHERE id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  private static Row row(ResultSet rows, String service, byte @Nullable [] payload)
      throws SQLException {
    String cause = rows.getString("cause");
    return new Row(
        rows.getLong("id"),
        Topic.named(rows.getString("topic")),
        new Envelope(
            UUID.fromString(rows.getString("event_id")),
            source(service),
            rows.getString("type"),
            rows.getString("subject"),
            Instant.ofEpochMilli(rows.getLong("time_millis")),
            rows.getLong("sequence"),
            cause == null ? null : UUID.fromString(cause),
            Actor.parse(rows.getString("actor"))),
        payload);
  }

  /** {@code ce_source} of a service's events. */
  public static String source(String service) {
    return "/writ/" + service;
  }

  /**
   * Deletes events that Kafka acknowledged and records up to where they stand, in the caller's
   * transaction.
   */
  void sent(
      Connection connection,
      List<Long> ids,
      Map<TopicPartition, Long> nextOffsets,
      TopicNames names)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE id IN " + Jdbc.places(ids))) {
      int place = 1;
      for (long id : ids) {
        delete.setLong(place++, id);
      }
      delete.executeUpdate();
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO published (topic, partition_id, next_offset) VALUES (?, ?, ?) ON DUPLICATE"
                + " KEY UPDATE next_offset = GREATEST(next_offset, VALUES(next_offset))")) {
      for (var next : nextOffsets.entrySet()) {
        upsert.setString(1, names.parse(next.getKey().topic()).topicName());
        upsert.setInt(2, next.getKey().partition());
        upsert.setLong(3, next.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
