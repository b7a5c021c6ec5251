package org.writ.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Leases in the service's database: who holds one does what only one instance may do. The
 * database's clock decides when one lapses, so that the instances' clocks need not agree. Each new
 * holder gets a higher epoch; {@link #isHeld} in the transaction of a change keeps a holder that
 * was paused from changing anything after its lease was taken.
 */
@ApplicationScoped
public class Leases {

  private final DataSource dataSource;
  private final Transactions transactions;

  /** With the service's database. */
  @Inject
  public Leases(DataSource dataSource, Transactions transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /**
   * Takes a lease that is free, lapsed, or held by this holder already; renews it in the last case.
   *
   * @return the epoch, or empty if another holder has it
   */
  public OptionalLong acquire(String name, String holder, Duration length) {
    return transactions.call(
        () ->
            Jdbc.call(
                dataSource,
                connection -> {
                  insertIfAbsent(connection, name);
                  return takeOrRenew(connection, name, holder, length);
                }));
  }

  private static void insertIfAbsent(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT IGNORE INTO lease (name, epoch, holder, expires_at) VALUES (?, 0, '', '2000-01-01')")) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
  }

  private static OptionalLong takeOrRenew(
      Connection connection, String name, String holder, Duration length) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE lease SET epoch = IF(holder = ?, epoch, epoch + 1), holder = ?,"
                + " expires_at = TIMESTAMPADD(MICROSECOND, ?, UTC_TIMESTAMP(6))"
                + " WHERE name = ? AND (holder = ? OR expires_at < UTC_TIMESTAMP(6))")) {
      update.setString(1, holder);
      update.setString(2, holder);
      update.setLong(3, length.toNanos() / 1000);
      update.setString(4, name);
      update.setString(5, holder);
      if (update.executeUpdate() == 0) {
        return OptionalLong.empty();
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT epoch FROM lease WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return OptionalLong.of(row.getLong(1));
      }
    }
  }

  /** Gives the lease back, if it is still this holder's. */
  public void release(String name, String holder) {
    transactions.run(
        () ->
            Jdbc.run(
                dataSource,
                connection -> {
                  try (PreparedStatement update =
                      connection.prepareStatement(
                          "UPDATE lease SET expires_at = '2000-01-01', holder = '' WHERE name = ? AND holder = ?")) {
                    update.setString(1, name);
                    update.setString(2, holder);
                    update.executeUpdate();
                  }
                }));
  }

  /** Whether the lease is still at this epoch; locks it until the caller's transaction ends. */
  public static boolean isHeld(Connection connection, String name, long epoch) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT epoch FROM lease WHERE name = ? FOR UPDATE")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) == epoch;
      }
    }
  }
}
