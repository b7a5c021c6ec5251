package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Finding;
import org.writ.events.review.Severity;

/** What the policy found; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_finding")
@IdClass(FindingRow.Key.class)
class FindingRow {

  /**
   * What names a row.
   *
   * @param position place in the analysis, from 0
   */
  record Key(String caseId, int position) {}

  @Id String caseId;

  @Id int position;

  @Column String rule;

  @Enumerated(EnumType.STRING)
  @Column
  Severity severity;

  @Column @Nullable String ground;

  @Column String citation;

  @Column String sentence;

  @Column @Nullable String itemId;

  static FindingRow of(String caseId, int position, Finding finding) {
    var row = new FindingRow();
    row.caseId = caseId;
    row.position = position;
    row.rule = finding.getRule();
    row.severity = finding.getSeverity();
    row.ground = finding.getGround();
    row.citation = finding.getCitation();
    row.sentence = finding.getSentence();
    row.itemId = finding.getItemId();
    return row;
  }

  Finding toFinding() {
    return new Finding(rule, severity, ground, citation, sentence, itemId);
  }
}
