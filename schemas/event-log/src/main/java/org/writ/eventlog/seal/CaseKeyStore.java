package org.writ.eventlog.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/** The case keys that this service may unwrap, as far as it has read them from intake.keys. */
@ApplicationScoped
class CaseKeyStore {

  private final DataSource dataSource;
  private final Transactions transactions;
  private final KeyFollower follower;

  @Inject
  CaseKeyStore(DataSource dataSource, Transactions transactions, KeyFollower follower) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.follower = follower;
  }

  /**
   * The wrapped key of a case. If nothing is known about it here yet, intake.keys is read to its
   * end first.
   *
   * @return empty if the key was erased
   */
  Optional<byte[]> find(String subject) {
    // The caller's transaction may have made the key itself, and nobody else can see it yet.
    return select(subject)
        // A transaction of its own: the caller's snapshot may be older than the key. Rare, because
        // what was erased is known as such: callers in great numbers would use up the connections.
        .or(() -> transactions.call(() -> select(subject)))
        .or(
            () -> {
              follower.readToEnd();
              return transactions.call(() -> select(subject));
            })
        .filter(wrapped -> wrapped.length > 0);
  }

  /** Empty bytes if it was erased; empty if nothing is known about it. */
  private Optional<byte[]> select(String subject) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT wrapped FROM case_key WHERE subject = ?")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  /** Stores keys by subject, in the caller's transaction. */
  void put(Map<String, byte[]> wrapped) {
    if (!wrapped.isEmpty()) {
      Jdbc.run(dataSource, connection -> KeyFollower.upsert(connection, wrapped));
    }
  }
}
