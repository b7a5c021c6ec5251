package org.writ.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.web.list.TimeCursor;

/** The table {@code webhook_message}; each call is in the current transaction. */
@ApplicationScoped
class MessageQueue {

  /** A message no longer waits for an earlier one of its request that failed this often. */
  private static final int PATIENCE = 5;

  private static final String COLUMNS =
      "id, agency, request_id, sequence, type, body, status, created_at, since, failures, attempts,"
          + " next_attempt_at, last_attempt_at, last_error";

  private final DataSource dataSource;

  MessageQueue(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(Message message) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO webhook_message ("
                      + COLUMNS
                      + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, message.id());
            insert.setString(2, message.agency());
            insert.setString(3, message.requestId());
            insert.setLong(4, message.sequence());
            insert.setString(5, message.type());
            insert.setString(6, message.body());
            insert.setString(7, message.status().name());
            set(insert, 8, message.createdAt());
            set(insert, 9, message.since());
            insert.setInt(10, message.failures());
            insert.setInt(11, message.attempts());
            set(insert, 12, message.nextAttemptAt());
            set(insert, 13, message.lastAttemptAt());
            insert.setString(14, message.lastError());
            insert.executeUpdate();
          }
        });
  }

  /**
   * Records what became of a message.
   *
   * @param before as it was read
   * @return false if somebody else changed it meanwhile; then nothing is recorded
   */
  boolean change(Message before, Message after) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE webhook_message SET status = ?, since = ?, failures = ?, attempts = ?,"
                      + " next_attempt_at = ?, last_attempt_at = ?, last_error = ?"
                      + " WHERE id = ? AND status = ? AND attempts = ? AND since = ?")) {
            update.setString(1, after.status().name());
            set(update, 2, after.since());
            update.setInt(3, after.failures());
            update.setInt(4, after.attempts());
            set(update, 5, after.nextAttemptAt());
            set(update, 6, after.lastAttemptAt());
            update.setString(7, after.lastError());
            update.setString(8, before.id());
            update.setString(9, before.status().name());
            update.setInt(10, before.attempts());
            set(update, 11, before.since());
            return update.executeUpdate() == 1;
          }
        });
  }

  /** The agencies that a message is due for. */
  List<String> agenciesDue(Instant now) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT DISTINCT agency FROM webhook_message WHERE status = 'PENDING' AND"
                      + " next_attempt_at <= ?")) {
            set(select, 1, now);
            try (ResultSet rows = select.executeQuery()) {
              var agencies = new ArrayList<String>();
              while (rows.next()) {
                agencies.add(rows.getString(1));
              }
              return agencies;
            }
          }
        });
  }

  /**
   * The next message for an agency: the oldest that is due and does not wait for an earlier one of
   * its request. One that keeps failing is overtaken, so that it does not hide all that follows.
   */
  Optional<Message> due(String agency, Instant now) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM webhook_message m WHERE status = 'PENDING' AND next_attempt_at <= ?"
                      + " AND agency = ? AND NOT EXISTS (SELECT 1 FROM webhook_message e WHERE"
                      + " e.request_id = m.request_id AND e.status = 'PENDING' AND e.agency ="
                      + " m.agency AND e.sequence < m.sequence AND e.failures < ?) ORDER BY"
                      + " created_at, sequence LIMIT 1")) {
            set(select, 1, now);
            select.setString(2, agency);
            select.setInt(3, PATIENCE);
            return first(select);
          }
        });
  }

  /** A message of this agency; empty if there is none or it is another's. */
  Optional<Message> findOwn(String agency, String id) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM webhook_message WHERE id = ? AND agency = ?")) {
            select.setString(1, id);
            select.setString(2, agency);
            return first(select);
          }
        });
  }

  /** An agency's messages, newest first, from the given place on. */
  List<Message> newest(
      String agency, Message.@Nullable Status status, @Nullable TimeCursor after, int limit) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select = newestQuery(connection, status, after)) {
            int place = 1;
            select.setString(place++, agency);
            if (status != null) {
              select.setString(place++, status.name());
            }
            if (after != null) {
              set(select, place++, after.at());
              set(select, place++, after.at());
              select.setString(place++, after.id());
            }
            select.setInt(place, limit);
            return all(select);
          }
        });
  }

  /** Deletes what ended long ago, some of it at a time. */
  void purge(Instant before) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (var delete =
              connection.prepareStatement(
                  "DELETE FROM webhook_message WHERE status <> 'PENDING' AND created_at < ? LIMIT"
                      + " 1000")) {
            set(delete, 1, before);
            delete.executeUpdate();
          }
        });
  }

  private static PreparedStatement newestQuery(
      Connection connection, Message.@Nullable Status status, @Nullable TimeCursor after)
      throws SQLException {
    return connection.prepareStatement(
        "SELECT "
            + COLUMNS
            + " FROM webhook_message WHERE agency = ?"
            + (status == null ? "" : " AND status = ?")
            + (after == null ? "" : " AND (created_at < ? OR (created_at = ? AND id < ?))")
            + " ORDER BY created_at DESC, id DESC LIMIT ?");
  }

  private static Optional<Message> first(PreparedStatement select) throws SQLException {
    return all(select).stream().findFirst();
  }

  private static List<Message> all(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      var messages = new ArrayList<Message>();
      while (rows.next()) {
        messages.add(message(rows));
      }
      return messages;
    }
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getString("id"),
        row.getString("agency"),
        row.getString("request_id"),
        row.getLong("sequence"),
        row.getString("type"),
        row.getString("body"),
        Message.Status.valueOf(row.getString("status")),
        time(row, "created_at"),
        time(row, "since"),
        row.getInt("failures"),
        row.getInt("attempts"),
        optionalTime(row, "next_attempt_at"),
        optionalTime(row, "last_attempt_at"),
        row.getString("last_error"));
  }

  // In UTC, whatever the time zone of the database's session is.
  private static void set(PreparedStatement statement, int place, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(place, Types.TIMESTAMP);
    } else {
      statement.setObject(place, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
