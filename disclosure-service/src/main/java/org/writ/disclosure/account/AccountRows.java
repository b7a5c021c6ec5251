package org.writ.disclosure.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.account.Timeline.Assignment;

/**
 * The tables of accounts: the current values in {@code account}, which stay however old they are;
 * superseded ones in a history table each, in the partition of the month in which they were
 * superseded. Times are milliseconds since 1970 (UTC).
 */
final class AccountRows {

  private final Connection connection;

  AccountRows(Connection connection) {
    this.connection = connection;
  }

  /** The accounts that are known of these, by id. */
  SequencedMap<String, Account> load(Collection<String> accountIds) throws SQLException {
    var accounts = new TreeMap<String, Account>();
    if (accountIds.isEmpty()) {
      return accounts;
    }
    var histories = new EnumMap<Attribute, Map<String, List<Assignment>>>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      histories.put(attribute, history(attribute, accountIds));
    }
    String sql =
        "SELECT account_id, registered_at, deleted_at, phone_number, phone_number_since, username,"
            + " username_since FROM account WHERE account_id IN "
            + marks(accountIds);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, accountIds);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String id = row.getString("account_id");
          accounts.put(
              id,
              new Account(
                  id,
                  instant(row, "registered_at"),
                  instant(row, "deleted_at"),
                  timeline(row, Attribute.PHONE_NUMBER, histories),
                  timeline(row, Attribute.USERNAME, histories)));
        }
      }
    }
    return accounts;
  }

  private static Timeline timeline(
      ResultSet row, Attribute attribute, Map<Attribute, Map<String, List<Assignment>>> histories)
      throws SQLException {
    var assignments =
        new ArrayList<>(
            histories
                .getOrDefault(attribute, Map.of())
                .getOrDefault(row.getString("account_id"), List.of()));
    Instant since = instant(row, attribute.column() + "_since");
    if (since != null) {
      assignments.add(new Assignment(row.getString(attribute.column()), since));
    }
    return new Timeline(assignments);
  }

  private Map<String, List<Assignment>> history(Attribute attribute, Collection<String> accountIds)
      throws SQLException {
    String sql =
        "SELECT account_id, since_at, value FROM %s WHERE account_id IN %s ORDER BY account_id, since_at"
            .formatted(attribute.historyTable(), marks(accountIds));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, accountIds);
      try (ResultSet row = select.executeQuery()) {
        var histories = new HashMap<String, List<Assignment>>();
        while (row.next()) {
          histories
              .computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>())
              .add(
                  new Assignment(
                      row.getString("value"), Instant.ofEpochMilli(row.getLong("since_at"))));
        }
        return histories;
      }
    }
  }

  /** Puts the accounts' current values in place. */
  void save(Collection<Account> accounts) throws SQLException {
    String sql =
        "INSERT INTO account (account_id, registered_at, deleted_at, phone_number,"
            + " phone_number_since, username, username_since) VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE registered_at = VALUES(registered_at),"
            + " deleted_at = VALUES(deleted_at), phone_number = VALUES(phone_number),"
            + " phone_number_since = VALUES(phone_number_since), username = VALUES(username),"
            + " username_since = VALUES(username_since)";
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (Account account : accounts) {
        Assignment phoneNumber = account.phoneNumbers().current().orElse(null);
        Assignment username = account.usernames().current().orElse(null);
        upsert.setString(1, account.accountId());
        setInstant(upsert, 2, account.registeredAt());
        setInstant(upsert, 3, account.deletedAt());
        upsert.setString(4, phoneNumber == null ? null : phoneNumber.value());
        setInstant(upsert, 5, phoneNumber == null ? null : phoneNumber.since());
        upsert.setString(6, username == null ? null : username.value());
        setInstant(upsert, 7, username == null ? null : username.since());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Puts these in place of everything that the accounts had before their current values. */
  void saveHistories(Attribute attribute, Collection<Account> accounts) throws SQLException {
    String delete = "DELETE FROM %s WHERE account_id = ?".formatted(attribute.historyTable());
    String insert =
        "INSERT INTO %s (account_id, since_at, until_at, value) VALUES (?, ?, ?, ?)"
            .formatted(attribute.historyTable());
    try (PreparedStatement deletion = connection.prepareStatement(delete);
        PreparedStatement insertion = connection.prepareStatement(insert)) {
      for (Account account : accounts) {
        deletion.setString(1, account.accountId());
        deletion.addBatch();
        List<Assignment> assignments = attribute.of(account).assignments();
        for (int i = 0; i + 1 < assignments.size(); i++) {
          insertion.setString(1, account.accountId());
          insertion.setLong(2, assignments.get(i).since().toEpochMilli());
          insertion.setLong(3, assignments.get(i + 1).since().toEpochMilli());
          insertion.setString(4, assignments.get(i).value());
          insertion.addBatch();
        }
      }
      deletion.executeBatch();
      insertion.executeBatch();
    }
  }

  /** Adds logins; one that is there already stays as it is. */
  void addLogins(Collection<Login> logins) throws SQLException {
    String sql =
        "INSERT INTO login (account_id, at, ip_address, port, device, app_version)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE port = VALUES(port)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Login login : logins) {
        insert.setString(1, login.accountId());
        insert.setLong(2, login.at().toEpochMilli());
        insert.setString(3, login.ipAddress());
        insert.setInt(4, login.port());
        insert.setString(5, login.device());
        insert.setString(6, login.appVersion());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Removes accounts that were deleted before this time; their histories have aged out by then. */
  int removeDeletedBefore(Instant horizon) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM account WHERE deleted_at < ?")) {
      delete.setLong(1, horizon.toEpochMilli());
      return delete.executeUpdate();
    }
  }

  static String marks(Collection<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  static void bind(PreparedStatement statement, Collection<String> values) throws SQLException {
    int index = 1;
    for (String value : values) {
      statement.setString(index++, value);
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
      throws SQLException {
    if (instant == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, instant.toEpochMilli());
    }
  }
}
