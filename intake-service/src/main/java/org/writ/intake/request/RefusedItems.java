package org.writ.intake.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/**
 * How an agency's requests were decided, and on which grounds refused, as far as the agency was
 * told. Open parts alone. Works in the current transaction.
 */
@ApplicationScoped
public class RefusedItems {

  private static final String OF_THE_AGENCY =
      " FROM request AS r JOIN request_item AS i ON i.request_id = r.id"
          + " WHERE r.agency = ? AND r.received_at >= ? AND r.received_at < ?";

  private static final String COUNTS =
      "SELECT COUNT(*), COALESCE(SUM(decided > 0), 0),"
          + " COALESCE(SUM(refused > 0 AND refused = decided), 0),"
          + " COALESCE(SUM(refused > 0 AND refused < decided), 0)"
          + " FROM (SELECT COUNT(i.decision) AS decided, SUM(i.decision <=> 'REFUSED') AS refused"
          + OF_THE_AGENCY
          + " GROUP BY r.id) AS outcome";

  private static final String GROUNDS =
      "SELECT i.ground, r.regime, COUNT(DISTINCT r.id), COUNT(*)"
          + OF_THE_AGENCY
          + " AND i.decision = 'REFUSED' AND i.ground IS NOT NULL"
          + " GROUP BY i.ground, r.regime ORDER BY 3 DESC, 4 DESC, 1, 2";

  private final DataSource dataSource;

  RefusedItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Requests of some time.
   *
   * @param received those that came in
   * @param decided of these, those whose decision the agency was told and that stands
   * @param refused of the decided ones, those of which everything was refused
   * @param partlyApproved of the decided ones, those of which something was refused
   */
  public record Counts(int received, int decided, int refused, int partlyApproved) {}

  /**
   * What was refused on one ground.
   *
   * @param regime the law that the requests were made under
   * @param requests in which an item was refused on it
   * @param items that were refused on it
   */
  public record Ground(String ground, String regime, int requests, int items) {}

  /**
   * Counts an agency's requests.
   *
   * @param from by when they were received, inclusive
   * @param to exclusive
   */
  public Counts counts(String agency, Instant from, Instant to) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select = prepared(connection, COUNTS, agency, from, to);
              ResultSet row = select.executeQuery()) {
            row.next();
            return new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
          }
        });
  }

  /** The grounds on which something of these requests was refused, those of most requests first. */
  public List<Ground> grounds(String agency, Instant from, Instant to) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select = prepared(connection, GROUNDS, agency, from, to);
              ResultSet row = select.executeQuery()) {
            var grounds = new ArrayList<Ground>();
            while (row.next()) {
              grounds.add(
                  new Ground(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)));
            }
            return List.copyOf(grounds);
          }
        });
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, String agency, Instant from, Instant to)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setString(1, agency);
    select.setObject(2, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
    select.setObject(3, LocalDateTime.ofInstant(to, ZoneOffset.UTC));
    return select;
  }
}
