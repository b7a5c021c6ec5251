package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.ItemExplanation;
import org.writ.review.casework.CaseState.Claimed;

/** Puts a case together for somebody whose reading of it is recorded. */
@ApplicationScoped
class CaseViews {

  private final CaseRows rows;
  private final CaseKeys keys;

  CaseViews(CaseRows rows, CaseKeys keys) {
    this.rows = rows;
    this.keys = keys;
  }

  /** The case as it stands at the given time, with its sealed parts opened. */
  CaseView of(CaseRow row, Instant now) {
    CaseDetails details =
        row.sealedDetails().flatMap(part -> keys.open(part, CaseDetails.class)).orElse(null);
    List<ItemRow> items = rows.items(row.id);
    Optional<Claimed> claim =
        row.state() instanceof Claimed claimed && claimed.holds(now)
            ? Optional.of(claimed)
            : Optional.empty();
    return new CaseView(
        row.id,
        row.state().status(now),
        row.dueAt,
        row.country,
        row.process,
        new CaseView.Agency(row.agency, row.agencyName),
        details == null,
        claim.map(Claimed::holder).orElse(null),
        claim.map(Claimed::leaseUntil).orElse(null),
        new CaseView.Policy(row.policyId, row.policyDigest),
        facts(row, details),
        findings(row.id),
        items(items, details),
        List.of(),
        timeline(row.id),
        row.decided ? decision(row, items) : null,
        row.version);
  }

  private static CaseView.Facts facts(CaseRow row, @Nullable CaseDetails details) {
    return new CaseView.Facts(
        row.receivedAt,
        details != null ? details.getReference() : null,
        row.regime,
        new CaseView.IssuingAuthority(
            details != null ? details.getIssuingAuthorityName() : null,
            row.issuingAuthorityType,
            row.issuingAuthorityCountry),
        row.issuedOn,
        row.validUntil,
        new CaseView.Offence(
            row.offenceCategory,
            details != null ? details.getStatute() : null,
            details != null ? details.getDescription() : null),
        row.suspectConfirmed,
        details != null
            ? new CaseView.Officer(
                details.getOfficerName(), details.getOfficerEmail(), details.getOfficerPhone())
            : null,
        row.noticeDelayUntil == null
            ? null
            : new CaseView.UserNotice(
                row.noticeDelayUntil, details != null ? details.getNoticeReason() : null));
  }

  private List<CaseView.Finding> findings(String caseId) {
    return rows.findings(caseId).stream()
        .map(
            finding ->
                new CaseView.Finding(
                    finding.getRule(),
                    finding.getSeverity().name(),
                    finding.getGround(),
                    finding.getCitation(),
                    finding.getSentence(),
                    finding.getItemId()))
        .toList();
  }

  private static List<CaseView.Item> items(List<ItemRow> items, @Nullable CaseDetails details) {
    Map<String, String> values =
        details == null
            ? Map.of()
            : details.getIdentifiers().stream()
                .collect(Collectors.toMap(CaseIdentifier::getItemId, CaseIdentifier::getValue));
    return items.stream()
        .map(
            item ->
                new CaseView.Item(
                    item.itemId,
                    new CaseView.Identifier(item.identifierType, values.get(item.itemId)),
                    Words.split(item.dataTypes),
                    item.periodFrom,
                    item.periodTo))
        .toList();
  }

  private List<CaseView.Step> timeline(String caseId) {
    return rows.timeline(caseId).stream()
        .map(
            step ->
                new CaseView.Step(
                    step.type, step.at, step.actor, step.sequence, step.eventId, step.cause))
        .toList();
  }

  private CaseView.Decision decision(CaseRow row, List<ItemRow> items) {
    DecisionDetails details =
        row.sealedDecision().flatMap(part -> keys.open(part, DecisionDetails.class)).orElse(null);
    Map<String, String> explanations =
        details == null
            ? Map.of()
            : details.getExplanations().stream()
                .collect(Collectors.toMap(ItemExplanation::getItemId, ItemExplanation::getText));
    return new CaseView.Decision(
        String.valueOf(row.outcome),
        row.decidedBy,
        row.decidedAt,
        items.stream().map(item -> decided(item, explanations.get(item.itemId))).toList(),
        details == null ? null : details.getNote());
  }

  static CaseView.DecidedItem decided(ItemRow item, @Nullable String explanation) {
    return new CaseView.DecidedItem(
        item.itemId,
        item.outcome == null ? null : item.outcome.name(),
        item.approvedDataTypes == null ? List.of() : Words.split(item.approvedDataTypes),
        item.approvedFrom,
        item.approvedTo,
        item.ground,
        explanation);
  }
}
