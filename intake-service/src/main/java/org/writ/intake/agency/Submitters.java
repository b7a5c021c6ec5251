package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * The agencies that submit at this time, kept in memory: reading one for each submission would cost
 * as much as storing it. What is kept may be old; so whoever stores something on the strength of it
 * asks {@link #hold} in the transaction that does. Thread-safe.
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
   * How agencies stand that were read before, by id.
   *
   * @param active those that may act
   * @param changed those that changed since they were read, or are gone
   */
  public record Held(Set<String> active, Set<String> changed) {}

  /**
   * How these agencies stand now; and holds until the current transaction ends that they stand so:
   * a suspension waits for it, and finds what it stored.
   */
  public Held hold(Collection<Agency> read) {
    List<String> ids = read.stream().map(Agency::id).distinct().sorted().toList();
    Map<String, Locked> now = Jdbc.call(dataSource, connection -> lock(connection, ids));
    return new Held(
        now.entrySet().stream()
            .filter(agency -> agency.getValue().active())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        read.stream()
            .filter(agency -> !isSame(agency, now.get(agency.id())))
            .map(Agency::id)
            .collect(Collectors.toSet()));
  }

  private static boolean isSame(Agency read, @Nullable Locked now) {
    return now != null && now.version() == read.version();
  }

  private record Locked(boolean active, long version) {}

  private static Map<String, Locked> lock(Connection connection, List<String> ids)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, status, version FROM agency WHERE id IN "
                + Jdbc.places(ids)
                + " ORDER BY id LOCK IN SHARE MODE")) {
      Jdbc.set(select, 1, ids);
      var locked = new HashMap<String, Locked>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          locked.put(
              rows.getString(1),
              new Locked(rows.getString(2).equals(AgencyStatus.ACTIVE.name()), rows.getLong(3)));
        }
      }
      return locked;
    }
  }
}
