package org.writ.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * From a submission's acceptance (its 202 is here) to the moment at which the case stands in the
 * table that review's queue is read from; one request at a time.
 */
final class QueueVisibility implements AutoCloseable {

  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long PAUSE_MICROS = 200;

  private final SubmissionLoad load;
  private final Connection review;
  private final PreparedStatement find;

  QueueVisibility(SubmissionLoad load, String url, String user, String password)
      throws SQLException {
    this.load = load;
    this.review = DriverManager.getConnection(url, user, password);
    this.find = review.prepareStatement("SELECT 1 FROM legal_case WHERE id = ? AND NOT decided");
  }

  Round round(int requests) throws IOException, SQLException, InterruptedException {
    Histogram durations = Round.histogram();
    for (int count = 0; count < requests; count++) {
      find.setString(1, load.one());
      long accepted = System.nanoTime();
      while (!isThere()) {
        if (System.nanoTime() - accepted > PATIENCE_NANOS) {
          throw new IllegalStateException("A case did not come up in review's queue");
        }
        TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
      }
      durations.recordValue(System.nanoTime() - accepted);
    }
    return Round.of(durations);
  }

  private boolean isThere() throws SQLException {
    try (var row = find.executeQuery()) {
      return row.next();
    }
  }

  @Override
  public void close() throws SQLException {
    find.close();
    review.close();
  }
}
