package org.writ.review.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.CaseItem;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemOutcome;

/** An item of a case and what was decided about it; written by {@link CaseFold} alone. */
@Entity
@Table(name = "case_item")
@IdClass(ItemRow.Key.class)
class ItemRow {

  /**
   * What names a row.
   *
   * @param position place in the request, from 0
   */
  record Key(String caseId, int position) {}

  @Id String caseId;

  @Id int position;

  @Column String itemId;

  @Column String identifierType;

  @Column String dataTypes;

  @Column @Nullable Instant periodFrom;

  @Column @Nullable Instant periodTo;

  @Enumerated(EnumType.STRING)
  @Column
  @Nullable ItemOutcome outcome;

  @Column @Nullable String approvedDataTypes;

  @Column @Nullable Instant approvedFrom;

  @Column @Nullable Instant approvedTo;

  @Column @Nullable String ground;

  static ItemRow of(String caseId, int position, CaseItem item) {
    var row = new ItemRow();
    row.caseId = caseId;
    row.position = position;
    row.itemId = item.getItemId();
    row.identifierType = item.getIdentifierType();
    row.dataTypes = Words.join(item.getDataTypes());
    row.periodFrom = item.getFrom();
    row.periodTo = item.getTo();
    return row;
  }

  CaseItem toItem() {
    return new CaseItem(itemId, identifierType, Words.split(dataTypes), periodFrom, periodTo);
  }

  void keep(ItemDecision decision) {
    outcome = decision.getOutcome();
    approvedDataTypes = Words.join(decision.getDataTypes());
    approvedFrom = decision.getFrom();
    approvedTo = decision.getTo();
    ground = decision.getGround();
  }
}
