package org.writ.disclosure.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;
import org.writ.events.disclosure.ApprovedItem;

/**
 * The table {@code preservation_item}, written by {@link PreservationFold} alone. There can be tens
 * of thousands: rows are added in batches and never changed. Works in the current transaction.
 */
@ApplicationScoped
class PreservationItemRows {

  private static final String SEPARATOR = ",";

  /** Rows sent or received at once. */
  private static final int BATCH = 1_000;

  private final DataSource dataSource;

  PreservationItemRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The items of a preservation as the decision approved them, in its order. */
  List<ApprovedItem> of(String preservationId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, identifier_type, data_types, period_from, period_to"
                      + " FROM preservation_item WHERE preservation_id = ? ORDER BY position")) {
            select.setFetchSize(BATCH);
            select.setString(1, preservationId);
            try (ResultSet row = select.executeQuery()) {
              var items = new ArrayList<ApprovedItem>();
              while (row.next()) {
                items.add(
                    new ApprovedItem(
                        row.getString(1),
                        row.getString(2),
                        List.of(row.getString(3).split(SEPARATOR)),
                        instant(row, 4),
                        instant(row, 5)));
              }
              return List.copyOf(items);
            }
          }
        });
  }

  /** Keeps what is to be put aside. */
  void add(String preservationId, List<ApprovedItem> items) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO preservation_item (preservation_id, position, item_id,"
                      + " identifier_type, data_types, period_from, period_to)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < items.size(); i++) {
              ApprovedItem item = items.get(i);
              insert.setString(1, preservationId);
              insert.setInt(2, i);
              insert.setString(3, item.getItemId());
              insert.setString(4, item.getIdentifierType());
              insert.setString(5, String.join(SEPARATOR, item.getDataTypes()));
              set(insert, 6, item.getFrom());
              set(insert, 7, item.getTo());
              insert.addBatch();
              if ((i + 1) % BATCH == 0) {
                insert.executeBatch();
              }
            }
            insert.executeBatch();
          }
        });
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static void set(PreparedStatement statement, int index, Instant time)
      throws SQLException {
    statement.setObject(index, time.atOffset(ZoneOffset.UTC).toLocalDateTime());
  }
}
