package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * The agencies that submit at this time, kept in memory: reading one for each submission would cost
 * as much as storing it. What is kept may be old; so whoever stores something on the strength of it
 * asks {@link #changed} in the transaction that does. Thread-safe.
 */
@ApplicationScoped
public class Submitters {

  /** More agencies than ever submit at the same time; above it all are read anew. */
  private static final int MAX_KEPT = 10_000;

  private final RegisteredAgencies agencies;
  private final Transactions transactions;
  private final DataSource dataSource;
  private final Clock clock;
  private final Map<String, Agency> kept = new ConcurrentHashMap<>();

  Submitters(
      RegisteredAgencies agencies, Transactions transactions, DataSource dataSource, Clock clock) {
    this.agencies = agencies;
    this.transactions = transactions;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * An agency that may submit requests, as it was when it was last read.
   *
   * @throws RuntimeException what {@link RegisteredAgencies#submitter} refuses it with
   */
  public Agency find(String id) {
    Agency known = kept.get(id);
    // Which of its certificates counts depends on the time.
    return known != null && known.certificate().isValid(clock.instant()) ? known : readAnew(id);
  }

  /** The same, read from the database in a transaction of its own. */
  public Agency readAnew(String id) {
    kept.remove(id);
    // Of its own even if there is none: otherwise the request would keep the connection to its end.
    Agency read = transactions.call(() -> agencies.submitter(id));
    if (kept.size() >= MAX_KEPT) {
      kept.clear();
    }
    kept.put(id, read);
    return read;
  }

  /**
   * Of these agencies, the ids of those that changed since they were read. The others cannot change
   * before the current transaction ends: a suspension waits for it, and finds what it stored.
   */
  public Set<String> changed(Collection<Agency> read) {
    if (read.isEmpty()) {
      return Set.of();
    }
    List<String> ids = read.stream().map(Agency::id).distinct().toList();
    Map<String, Long> versions =
        Jdbc.call(dataSource, connection -> lockedVersions(connection, ids));
    return read.stream()
        .filter(agency -> !Long.valueOf(agency.version()).equals(versions.get(agency.id())))
        .map(Agency::id)
        .collect(Collectors.toSet());
  }

  private static Map<String, Long> lockedVersions(Connection connection, List<String> ids)
      throws SQLException {
    String places = String.join(",", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, version FROM agency WHERE id IN (" + places + ") LOCK IN SHARE MODE")) {
      for (int index = 0; index < ids.size(); index++) {
        select.setString(index + 1, ids.get(index));
      }
      var versions = new HashMap<String, Long>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          versions.put(rows.getString(1), rows.getLong(2));
        }
      }
      return versions;
    }
  }
}
