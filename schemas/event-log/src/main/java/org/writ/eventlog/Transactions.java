package org.writ.eventlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs work in a transaction of its own. MariaDB may refuse a transaction because of what others do
 * at the same time (deadlock, or with {@code innodb_snapshot_isolation} a row that changed since
 * the snapshot); then all of it is run again, so the work must have no effects but those in the
 * database.
 */
@ApplicationScoped
public class Transactions {

  private static final Logger LOG = Logger.getLogger(Transactions.class);

  private static final int ATTEMPTS = 10;
  private static final int SECONDS = 60;

  /** Record has changed since last read; lock wait timeout; deadlock. */
  private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213);

  /**
   * Runs the work and commits.
   *
   * @throws RuntimeException whatever the work threw, after rolling back; the database's own
   *     conflict after ten attempts
   */
  public <T> T call(Supplier<T> work) {
    return call(Duration.ofSeconds(SECONDS), work);
  }

  /**
   * Runs work that takes longer than others, and commits; see {@link #call(Supplier)}.
   *
   * @param limit when it is given up, in whole seconds
   */
  public <T> T call(Duration limit, Supplier<T> work) {
    int seconds = Math.toIntExact(limit.toSeconds());
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().timeout(seconds).call(work::get);
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !isConflict(failure)) {
          throw failure;
        }
        LOG.debugf("Transaction refused, attempt=%d", attempt);
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, 10 * attempt)));
      }
    }
  }

  /** Runs the work and commits; see {@link #call}. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  private static boolean isConflict(Throwable failure) {
    return causedBySql(failure, sql -> CONFLICTS.contains(sql.getErrorCode()));
  }

  /** Whether the database could not be reached, so that the same work may succeed later. */
  public static boolean isUnavailable(Throwable failure) {
    return isConflict(failure)
        || causedBySql(
            failure,
            sql ->
                sql instanceof java.sql.SQLTransientException
                    || sql instanceof java.sql.SQLRecoverableException
                    || sql instanceof java.sql.SQLNonTransientConnectionException
                    // What the pool says itself has no state: it has no connection that works.
                    || sql.getSQLState() == null
                    || sql.getSQLState().startsWith("08"));
  }

  private static boolean causedBySql(
      Throwable failure, java.util.function.Predicate<SQLException> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && test.test(sql)) {
        return true;
      }
      if (cause.getCause() == cause) {
        break;
      }
    }
    return false;
  }
}
