package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;

/**
 * Inserts the rows of requests that were submitted, many in a statement: one by one and through the
 * persistence context they cost more than everything else about a submission. Used by {@link
 * RequestFold} alone, in the current transaction.
 */
@ApplicationScoped
class NewRows {

  /** Rows sent at once. */
  private static final int BATCH = 1_000;

  private final DataSource dataSource;

  NewRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What one row is made of. */
  private interface Binding<T> {
    void bind(PreparedStatement insert, T row) throws SQLException;
  }

  /**
   * Inserts all of it.
   *
   * @throws Jdbc.DatabaseFailure if there is a request with the same id, the same idempotency key
   *     or the same place among those for its order already, see {@link Jdbc#isDuplicate}
   */
  void add(List<RequestRow> requests, List<ItemRow> items, List<HistoryRow> history) {
    Jdbc.run(
        dataSource,
        connection -> {
          insert(
              connection,
              "INSERT INTO request (id, agency, idempotency_key_hash, country, process, regime,"
                  + " status, received_at, due_at, deadline_rule, sealed, sealed_event,"
                  + " submission_digest, channel, item_count, order_fingerprint, duplicate_of,"
                  + " objection_until, clarification_stops_clock, version, order_place)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              requests,
              NewRows::bind);
          insert(
              connection,
              "INSERT INTO request_item (item_id, request_id, position, identifier_type,"
                  + " identifier_fingerprint, data_types, period_from, period_to)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              items,
              NewRows::bind);
          insert(
              connection,
              "INSERT INTO request_history (request_id, sequence, status, at) VALUES (?, ?, ?, ?)",
              history,
              NewRows::bind);
        });
  }

  private static <T> void insert(
      Connection connection, String sql, List<T> rows, Binding<T> binding) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int index = 0; index < rows.size(); index++) {
        binding.bind(insert, rows.get(index));
        insert.addBatch();
        if ((index + 1) % BATCH == 0 || index + 1 == rows.size()) {
          insert.executeBatch();
        }
      }
    }
  }

  private static void bind(PreparedStatement insert, RequestRow row) throws SQLException {
    insert.setString(1, row.id);
    insert.setString(2, row.agency);
    insert.setString(3, row.idempotencyKeyHash);
    insert.setString(4, row.country);
    insert.setString(5, row.process);
    insert.setString(6, row.regime);
    insert.setString(7, row.status.name());
    set(insert, 8, row.receivedAt);
    set(insert, 9, row.dueAt);
    insert.setString(10, row.deadlineRule);
    insert.setBytes(11, row.sealed);
    insert.setString(12, row.sealedEvent);
    insert.setString(13, row.submissionDigest);
    insert.setString(14, row.channel);
    insert.setInt(15, row.itemCount);
    insert.setString(16, row.orderFingerprint);
    insert.setString(17, row.duplicateOf);
    set(insert, 18, row.objectionUntil);
    insert.setBoolean(19, row.clarificationStopsClock);
    insert.setLong(20, row.version);
    insert.setObject(21, row.orderPlace);
  }

  private static void bind(PreparedStatement insert, ItemRow row) throws SQLException {
    insert.setString(1, row.itemId);
    insert.setString(2, row.requestId);
    insert.setInt(3, row.position);
    insert.setString(4, row.identifierType);
    insert.setString(5, row.identifierFingerprint);
    insert.setString(6, row.dataTypes);
    set(insert, 7, row.periodFrom);
    set(insert, 8, row.periodTo);
  }

  private static void bind(PreparedStatement insert, HistoryRow row) throws SQLException {
    insert.setString(1, row.requestId);
    insert.setLong(2, row.sequence);
    insert.setString(3, row.status.name());
    set(insert, 4, row.at);
  }

  private static void set(PreparedStatement insert, int index, @Nullable Instant time)
      throws SQLException {
    insert.setObject(index, time == null ? null : time.atOffset(ZoneOffset.UTC).toLocalDateTime());
  }
}
