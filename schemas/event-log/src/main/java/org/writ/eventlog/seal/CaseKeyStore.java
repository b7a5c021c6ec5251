package org.writ.eventlog.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;

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
        .or(() -> follower.arriving(subject))
        .or(
            () -> {
              follower.expect(subject);
              return follower.arriving(subject);
            })
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
    return Jdbc.call(dataSource, connection -> CaseKeyRows.find(connection, subject));
  }

  /**
   * Stores keys that were made, by subject, in the caller's transaction.
   *
   * @throws ConcurrentChange if a case has a key already; names one of them
   */
  void put(Map<String, byte[]> wrapped) {
    if (wrapped.isEmpty()) {
      return;
    }
    try {
      Jdbc.run(dataSource, connection -> CaseKeyRows.add(connection, wrapped));
    } catch (Jdbc.DatabaseFailure refused) {
      if (Jdbc.isDuplicate(refused)) {
        throw new ConcurrentChange(
            Topic.INTAKE_KEYS.topicName(), wrapped.keySet().iterator().next(), 0);
      }
      throw refused;
    }
  }
}
