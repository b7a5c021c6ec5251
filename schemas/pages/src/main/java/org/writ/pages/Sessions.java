package org.writ.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/** The table {@code page_session}. */
@ApplicationScoped
class Sessions {

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Clock clock;
  private final Duration life;

  Sessions(
      DataSource dataSource,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "writ.pages.session") Duration life) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.clock = clock;
    this.life = life;
  }

  /** Keeps a session for its life, and forgets those that are over. */
  void keep(String id, byte[] sealed) {
    Instant now = clock.instant();
    change(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM page_session WHERE expires_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(now));
            delete.executeUpdate();
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO page_session (id, sealed, expires_at) VALUES (?, ?, ?)")) {
            insert.setString(1, id);
            insert.setBytes(2, sealed);
            insert.setTimestamp(3, Timestamp.from(now.plus(life)));
            insert.executeUpdate();
          }
        });
  }

  /** The content of a session that is not over. */
  Optional<byte[]> find(String id) {
    return transactions.call(
        () -> Jdbc.call(dataSource, connection -> find(connection, id, clock.instant())));
  }

  /** Ends a session. */
  void end(String id) {
    change(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM page_session WHERE id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
          }
        });
  }

  private static Optional<byte[]> find(Connection connection, String id, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT sealed FROM page_session WHERE id = ? AND expires_at >= ?")) {
      select.setString(1, id);
      select.setTimestamp(2, Timestamp.from(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private void change(Jdbc.Statement statement) {
    transactions.run(() -> Jdbc.run(dataSource, statement));
  }
}
