package org.writ.disclosure.account;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.writ.eventlog.Jdbc;
import org.writ.eventlog.Transactions;

/**
 * Keeps the monthly partitions of the activity tables: makes them ahead and drops those whose every
 * row is older than twelve months, so that nothing is deleted row by row. Runs at the start, before
 * anything is taken in, and every hour; several instances take turns.
 */
@ApplicationScoped
public class Partitions {

  /** The partitioned tables. */
  static final List<String> TABLES = List.of("login", "phone_number_history", "username_history");

  private static final Logger LOG = Logger.getLogger(Partitions.class);

  /** Partition names: {@code p} and year and month; {@code p_none} holds no row. */
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'uuuuMM");

  private static final String LOCK = "writ-account-partitions";
  private static final int LOCK_SECONDS = 60;

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Clock clock;

  /** With the service's database. */
  @Inject
  public Partitions(DataSource dataSource, Transactions transactions, Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(1) StartupEvent start) {
    maintain();
  }

  /** Adds and drops what is due; to be called outside of a transaction, as DDL ends one. */
  @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void maintain() {
    Instant now = clock.instant();
    Jdbc.run(dataSource, connection -> locked(connection, now));
    transactions.run(
        () ->
            Jdbc.run(
                dataSource,
                connection ->
                    new AccountRows(connection).removeDeletedBefore(Retention.horizon(now))));
  }

  private static void locked(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
      lock.setString(1, LOCK);
      lock.setInt(2, LOCK_SECONDS);
      try (ResultSet got = lock.executeQuery()) {
        if (!got.next() || got.getInt(1) != 1) {
          throw new SQLException("Another instance maintains the partitions for too long");
        }
      }
      for (String table : TABLES) {
        maintain(connection, table, now);
      }
    } finally {
      try (PreparedStatement release = connection.prepareStatement("SELECT RELEASE_LOCK(?)")) {
        release.setString(1, LOCK);
        release.executeQuery();
      }
    }
  }

  private static void maintain(Connection connection, String table, Instant now)
      throws SQLException {
    PartitionPlan plan = PartitionPlan.at(now, existing(connection, table));
    try (Statement ddl = connection.createStatement()) {
      if (!plan.add().isEmpty()) {
        ddl.execute(
            plan.add().stream()
                .map(Partitions::definition)
                .collect(
                    Collectors.joining(", ", "ALTER TABLE " + table + " ADD PARTITION (", ")")));
      }
      if (!plan.drop().isEmpty()) {
        ddl.execute(
            plan.drop().stream()
                .map(NAME::format)
                .collect(
                    Collectors.joining(", ", "ALTER TABLE " + table + " DROP PARTITION ", "")));
      }
    }
    if (!plan.add().isEmpty() || !plan.drop().isEmpty()) {
      LOG.infof("Partitions changed, table=%s added=%s dropped=%s", table, plan.add(), plan.drop());
    }
  }

  private static String definition(YearMonth month) {
    long end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return "PARTITION %s VALUES LESS THAN (%d)".formatted(NAME.format(month), end);
  }

  /** The months that a table has partitions for. */
  static SortedSet<YearMonth> existing(Connection connection, String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT partition_name FROM information_schema.partitions"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND partition_name <> 'p_none'")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        var months = new TreeSet<YearMonth>();
        while (row.next()) {
          months.add(YearMonth.parse(row.getString(1), NAME));
        }
        return months;
      }
    }
  }
}
