package org.writ.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * What the database can do: 32 threads, each with its own connection, insert one row with the bytes
 * of a submission and commit, over and over. Each commit is on the disk before it returns ({@code
 * innodb_flush_log_at_trx_commit=1}).
 */
final class RawCommits {

  private static final int THREADS = 32;
  private static final String TABLE = "benchmark_raw";

  private final String url;
  private final String user;
  private final String password;
  private final byte[] body;

  RawCommits(String url, String user, String password, byte[] body) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.body = body.clone();
  }

  void prepare() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      requireDurable(connection);
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
      statement.execute(
          "CREATE TABLE "
              + TABLE
              + " (id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, body"
              + " BLOB NOT NULL)");
    }
  }

  private static void requireDurable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT @@innodb_flush_log_at_trx_commit")) {
      row.next();
      if (row.getInt(1) != 1) {
        throw new IllegalStateException(
            "innodb_flush_log_at_trx_commit must be 1: commits that are not durable prove nothing");
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  Round round(Duration length) throws InterruptedException, ExecutionException {
    var workers = new ArrayList<Callable<Histogram>>();
    long begun = System.nanoTime();
    long end = begun + length.toNanos();
    for (int thread = 0; thread < THREADS; thread++) {
      workers.add(() -> insert(end));
    }
    Histogram all = Round.histogram();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Histogram> one : threads.invokeAll(workers)) {
        all.add(one.get());
      }
    }
    return Round.of(all, System.nanoTime() - begun);
  }

  private Histogram insert(long end) throws SQLException {
    Histogram durations = Round.histogram();
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO " + TABLE + " (id, body) VALUES (?, ?)")) {
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
          insert.setString(1, UUID.randomUUID().toString());
          insert.setBytes(2, body);
          insert.executeUpdate();
          connection.commit();
          durations.recordValue(System.nanoTime() - begun);
        }
      }
    }
    return durations;
  }
}
