package org.writ.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL in the current transaction: the connection is the one that Hibernate uses there too.
 */
public final class Jdbc {

  /** SQL that gives a result. */
  public interface Query<T> {
    /** Runs on the transaction's connection, which it must not close or commit. */
    T on(Connection connection) throws SQLException;
  }

  /** SQL that gives none. */
  public interface Statement {
    /** Runs on the transaction's connection, which it must not close or commit. */
    void on(Connection connection) throws SQLException;
  }

  /** MariaDB's ER_DUP_ENTRY. */
  private static final int DUPLICATE_KEY = 1062;

  private Jdbc() {}

  /**
   * Runs a query.
   *
   * @throws DatabaseFailure with the SQLException as cause
   */
  public static <T> T call(DataSource dataSource, Query<T> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.on(connection);
    } catch (SQLException failure) {
      throw new DatabaseFailure(failure);
    }
  }

  /** Runs a statement; see {@link #call}. */
  public static void run(DataSource dataSource, Statement statement) {
    call(
        dataSource,
        connection -> {
          statement.on(connection);
          return Boolean.TRUE;
        });
  }

  /** Places for values in a statement: {@code (?, ?, ?)} for three. */
  public static String places(Collection<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  /**
   * Puts texts into a statement's places.
   *
   * @param first place of the first one, from 1
   * @return the place after the last one
   */
  public static int set(PreparedStatement statement, int first, Collection<String> values)
      throws SQLException {
    int place = first;
    for (String value : values) {
      statement.setString(place++, value);
    }
    return place;
  }

  /** Whether a failure is, or comes from, a row whose unique key exists already. */
  public static boolean isDuplicate(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
        return true;
      }
    }
    return false;
  }

  /** The database refused or could not be reached; the cause tells. */
  public static class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
      super(cause);
    }
  }
}
