package org.writ.review.casework;

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
import java.util.Optional;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/**
 * How an agency's requests were decided, and on which grounds refused. Open parts alone. Works in
 * the current transaction.
 */
@ApplicationScoped
public class AgencyDecisions {

  private static final String NAME =
      "SELECT agency_name FROM legal_case WHERE agency = ?"
          + " ORDER BY received_at DESC, id DESC LIMIT 1";

  private static final String DECIDED =
      " FROM legal_case AS c %s WHERE c.agency = ? AND c.decided"
          + " AND c.decided_at >= ? AND c.decided_at < ?";

  private static final String COUNTS =
      "SELECT COUNT(*), COALESCE(SUM(outcome = 'REFUSED'), 0),"
          + " COALESCE(SUM(outcome = 'PARTLY_APPROVED'), 0)"
          + DECIDED.formatted("");

  private static final String GROUNDS =
      "SELECT d.ground, c.decision_policy_id, COUNT(DISTINCT c.id), COUNT(*)"
          + DECIDED.formatted("JOIN case_item_decision AS d ON d.case_id = c.id")
          + " AND d.outcome = 'REFUSED' AND d.ground IS NOT NULL"
          + " GROUP BY d.ground, c.decision_policy_id ORDER BY 3 DESC, 4 DESC, 1, 2";

  private final DataSource dataSource;

  AgencyDecisions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Decisions of some time.
   *
   * @param agencyName what the agency was called in its newest request
   * @param decided requests that were decided
   * @param refused those of which everything was refused
   * @param partlyApproved those of which something was refused
   * @param grounds of what was refused, those of most requests first
   */
  public record Decisions(
      String agencyName, int decided, int refused, int partlyApproved, List<Refused> grounds) {}

  /**
   * What was refused on one ground.
   *
   * @param policyId the policy that says the ground, and that was decided under
   * @param requests in which an item was refused on it
   * @param items that were refused on it
   */
  public record Refused(String ground, String policyId, int requests, int items) {}

  /** Requests, decided and refused in whole or in part. */
  private record Counts(int decided, int refused, int partlyApproved) {}

  /**
   * An agency's decisions that stand, by when they were made.
   *
   * @param from inclusive
   * @param to exclusive
   * @return empty if the agency never submitted anything
   */
  public Optional<Decisions> of(String agency, Instant from, Instant to) {
    return Jdbc.call(
        dataSource,
        connection -> {
          Optional<String> name = name(connection, agency);
          if (name.isEmpty()) {
            return Optional.empty();
          }
          Counts counts = counts(connection, agency, from, to);
          return Optional.of(
              new Decisions(
                  name.get(),
                  counts.decided(),
                  counts.refused(),
                  counts.partlyApproved(),
                  grounds(connection, agency, from, to)));
        });
  }

  private static Optional<String> name(Connection connection, String agency) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAME)) {
      select.setString(1, agency);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static Counts counts(Connection connection, String agency, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, COUNTS, agency, from, to);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Counts(row.getInt(1), row.getInt(2), row.getInt(3));
    }
  }

  private static List<Refused> grounds(
      Connection connection, String agency, Instant from, Instant to) throws SQLException {
    try (PreparedStatement select = prepared(connection, GROUNDS, agency, from, to);
        ResultSet row = select.executeQuery()) {
      var grounds = new ArrayList<Refused>();
      while (row.next()) {
        grounds.add(new Refused(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)));
      }
      return List.copyOf(grounds);
    }
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
