package org.writ.disclosure.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;
import org.writ.events.disclosure.ApprovedItem;
import org.writ.events.disclosure.ItemDisclosure;

/**
 * The tables {@code delivery_item} and {@code delivery_item_disclosure}, written by {@link
 * DeliveryFold} alone. A delivery can have tens of thousands of items, so that rows are added in
 * batches and never changed. Works in the current transaction.
 */
@ApplicationScoped
class DeliveryItemRows {

  private static final String SEPARATOR = ",";

  /** Rows sent or received at once. */
  private static final int BATCH = 1_000;

  private final DataSource dataSource;

  DeliveryItemRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The items of a delivery as the decision approved them, in its order. */
  List<ApprovedItem> of(String deliveryId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id, identifier_type, data_types, period_from, period_to"
                      + " FROM delivery_item WHERE delivery_id = ? ORDER BY position")) {
            select.setFetchSize(BATCH);
            select.setString(1, deliveryId);
            try (ResultSet row = select.executeQuery()) {
              var items = new ArrayList<ApprovedItem>();
              // The same few for all items.
              var types = new HashMap<String, List<String>>();
              while (row.next()) {
                items.add(
                    new ApprovedItem(
                        row.getString(1),
                        row.getString(2),
                        types.computeIfAbsent(
                            row.getString(3), column -> List.of(column.split(SEPARATOR))),
                        instant(row, 4),
                        instant(row, 5)));
              }
              return List.copyOf(items);
            }
          }
        });
  }

  /** Keeps what is to be collected. */
  void add(String deliveryId, List<ApprovedItem> items) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO delivery_item (delivery_id, position, item_id, identifier_type,"
                      + " data_types, period_from, period_to) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < items.size(); i++) {
              ApprovedItem item = items.get(i);
              insert.setString(1, deliveryId);
              insert.setInt(2, i);
              insert.setString(3, item.getItemId());
              insert.setString(4, item.getIdentifierType());
              insert.setString(5, joined(item.getDataTypes()));
              set(insert, 6, item.getFrom());
              set(insert, 7, item.getTo());
              batch(insert, i + 1, items.size());
            }
          }
        });
  }

  /**
   * Keeps what was found.
   *
   * @throws IllegalStateException if there is no word about an item
   */
  void found(String deliveryId, List<ItemDisclosure> disclosures) {
    Map<String, ItemDisclosure> byItem =
        disclosures.stream()
            .collect(Collectors.toMap(ItemDisclosure::getItemId, Function.identity()));
    List<String> items = ids(deliveryId);
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO delivery_item_disclosure (delivery_id, position, outcome,"
                      + " data_types, records, reason) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < items.size(); i++) {
              ItemDisclosure disclosure = byItem.get(items.get(i));
              if (disclosure == null) {
                throw new IllegalStateException("No word about item " + items.get(i));
              }
              insert.setString(1, deliveryId);
              insert.setInt(2, i);
              insert.setString(3, disclosure.getOutcome().name());
              insert.setString(4, joined(disclosure.getDataTypes()));
              insert.setLong(5, disclosure.getRecords());
              insert.setString(6, disclosure.getReason());
              batch(insert, i + 1, items.size());
            }
          }
        });
  }

  private List<String> ids(String deliveryId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT item_id FROM delivery_item WHERE delivery_id = ? ORDER BY position")) {
            select.setString(1, deliveryId);
            try (ResultSet row = select.executeQuery()) {
              var ids = new ArrayList<String>();
              while (row.next()) {
                ids.add(row.getString(1));
              }
              return ids;
            }
          }
        });
  }

  private static void batch(PreparedStatement statement, int added, int all) throws SQLException {
    statement.addBatch();
    if (added % BATCH == 0 || added == all) {
      statement.executeBatch();
    }
  }

  private static String joined(List<String> names) {
    return String.join(SEPARATOR, names);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static void set(PreparedStatement statement, int index, Instant time)
      throws SQLException {
    statement.setObject(index, time.atOffset(ZoneOffset.UTC).toLocalDateTime());
  }
}
