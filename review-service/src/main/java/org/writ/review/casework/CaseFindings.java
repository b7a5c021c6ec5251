package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/**
 * The table {@code case_finding}, written by {@link CaseFold} alone, in batches. Works in the
 * current transaction.
 */
@ApplicationScoped
class CaseFindings {

  private static final String SELECT =
      "SELECT rule, severity, ground, citation, sentence, item_id, facts FROM case_finding";

  private final DataSource dataSource;
  private final FactsColumn facts;

  CaseFindings(DataSource dataSource, FactsColumn facts) {
    this.dataSource = dataSource;
    this.facts = facts;
  }

  /** What the policy found, in the order of the analysis. */
  List<Finding> of(String caseId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(SELECT + " WHERE case_id = ? ORDER BY position")) {
            select.setString(1, caseId);
            return read(select);
          }
        });
  }

  /** What the policy found about the whole request, in the order of the analysis. */
  List<Finding> ofRequest(String caseId) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT + " WHERE case_id = ? AND item_id IS NULL ORDER BY position")) {
            select.setString(1, caseId);
            return read(select);
          }
        });
  }

  /**
   * What the policy found about some items of a case, in the order of the analysis.
   *
   * @param position place of the first of these items, from 0
   * @param most how many items at most
   */
  List<Finding> ofItems(String caseId, int position, int most) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT
                      + " WHERE case_id = ? AND item_id IN (SELECT item_id FROM case_item"
                      + " WHERE case_id = ? AND position >= ? AND position < ?)"
                      + " ORDER BY position")) {
            select.setString(1, caseId);
            select.setString(2, caseId);
            select.setInt(3, position);
            select.setInt(4, position + most);
            return read(select);
          }
        });
  }

  private List<Finding> read(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      var findings = new ArrayList<Finding>();
      var same = new OneOfEach();
      FactsColumn.Reader sameFacts = facts.reader();
      while (row.next()) {
        findings.add(
            new Finding(
                same.text(row.getString(1)),
                Severity.valueOf(row.getString(2)),
                same.optionalText(row.getString(3)),
                same.text(row.getString(4)),
                same.text(row.getString(5)),
                row.getString(6),
                sameFacts.read(row.getString(7))));
      }
      return List.copyOf(findings);
    }
  }

  /** Keeps what the policy found. */
  void add(String caseId, List<Finding> findings) {
    Jdbc.run(
        dataSource,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO case_finding (case_id, position, rule, severity, ground, citation,"
                      + " sentence, item_id, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < findings.size(); i++) {
              Finding finding = findings.get(i);
              insert.setString(1, caseId);
              insert.setInt(2, i);
              insert.setString(3, finding.getRule());
              insert.setString(4, finding.getSeverity().name());
              insert.setString(5, finding.getGround());
              insert.setString(6, finding.getCitation());
              insert.setString(7, finding.getSentence());
              insert.setString(8, finding.getItemId());
              insert.setString(9, facts.write(finding.getFacts()));
              CaseItems.batch(insert, i + 1, findings.size());
            }
          }
        });
  }
}
