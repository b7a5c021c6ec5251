package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.seal.CaseKeys;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.review.CaseDetails;
import org.writ.events.review.CaseEmergency;
import org.writ.events.review.CaseIdentifier;
import org.writ.events.review.CaseOutcome;
import org.writ.events.review.DecisionDetails;
import org.writ.events.review.Finding;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.ItemExplanation;
import org.writ.events.review.OverrideReason;
import org.writ.review.casework.CaseState.Claimed;

/** Puts a case together for somebody whose reading of it is recorded. */
@ApplicationScoped
class CaseViews {

  private final CaseRows rows;
  private final CaseItems caseItems;
  private final CaseFindings caseFindings;
  private final Correspondence correspondence;
  private final CaseKeys keys;

  CaseViews(
      CaseRows rows,
      CaseItems caseItems,
      CaseFindings caseFindings,
      Correspondence correspondence,
      CaseKeys keys) {
    this.rows = rows;
    this.caseItems = caseItems;
    this.caseFindings = caseFindings;
    this.correspondence = correspondence;
    this.keys = keys;
  }

  /** The case as it stands at the given time, with its sealed parts opened. */
  CaseView of(CaseRow row, Instant now) {
    CaseDetails details = opened(row.sealedDetails(), CaseDetails.class);
    List<ItemRow> items = caseItems.of(row.id, 0, CaseView.ITEMS);
    Standing standing = row.standing();
    Optional<Claimed> claim =
        standing.state() instanceof Claimed claimed && claimed.holds(now)
            ? Optional.of(claimed)
            : Optional.empty();
    return new CaseView(
        row.id,
        standing.status(now),
        row.dueAt,
        row.country,
        row.process,
        new CaseView.Agency(row.agency, row.agencyName),
        details == null,
        claim.map(Claimed::holder).orElse(null),
        claim.map(Claimed::leaseUntil).orElse(null),
        new CaseView.Policy(row.policyId, row.policyDigest),
        facts(row, details),
        findings(
            Stream.concat(
                caseFindings.ofRequest(row.id).stream(),
                caseFindings.ofItems(row.id, 0, CaseView.ITEMS).stream())),
        row.itemCount,
        items(items, details),
        row.channel,
        row.duplicateOf,
        row.objectionUntil,
        standing.matter().isFrozen(),
        row.orderOverdue,
        row.callBackPhone.isEmpty() ? null : row.callBackPhone,
        emergency(row.emergency),
        row.clockStoppedAt,
        correspondence.documents(row.id),
        correspondence.messages(row.id),
        correspondence.calls(row.id),
        timeline(row.id),
        row.proposal == null ? null : proposal(row, row.proposal, items),
        row.outcome == null ? null : decision(row, row.outcome, items),
        row.escalations(),
        row.clockFrom,
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

  /**
   * A page of the items of a case, with its sealed parts opened.
   *
   * @param position place of the first of them, from 0
   * @param most how many at most
   */
  CaseItemList items(CaseRow row, int position, int most) {
    List<ItemRow> items = caseItems.of(row.id, position, most);
    return new CaseItemList(
        items(items, opened(row.sealedDetails(), CaseDetails.class)),
        findings(caseFindings.ofItems(row.id, position, most).stream()),
        row.proposal == null && row.outcome == null
            ? null
            : decided(
                items,
                opened(
                    row.proposal == null ? row.sealedDecision() : row.sealedProposal(),
                    DecisionDetails.class)),
        position + most < row.itemCount ? CaseItemList.cursor(position + most) : null);
  }

  private static List<CaseView.Finding> findings(Stream<Finding> findings) {
    return findings
        .map(
            finding ->
                new CaseView.Finding(
                    finding.getRule(),
                    finding.getSeverity().name(),
                    finding.getGround(),
                    finding.getCitation(),
                    finding.getSentence(),
                    finding.getItemId(),
                    CaseView.FactUsed.of(finding.getFacts())))
        .toList();
  }

  private static List<CaseView.Item> items(List<ItemRow> items, @Nullable CaseDetails details) {
    Map<String, String> values =
        details == null
            ? Map.of()
            : details.getIdentifiers().stream()
                .collect(Collectors.toMap(CaseIdentifier::getItemId, CaseIdentifier::getValue));
    return items.stream()
        .map(ItemRow::asked)
        .map(
            item ->
                new CaseView.Item(
                    item.getItemId(),
                    new CaseView.Identifier(item.getIdentifierType(), values.get(item.getItemId())),
                    item.getDataTypes(),
                    item.getFrom(),
                    item.getTo()))
        .toList();
  }

  private static CaseView.@Nullable Emergency emergency(@Nullable EmergencyColumns columns) {
    CaseEmergency facts = columns == null ? null : columns.toFacts();
    return facts == null
        ? null
        : new CaseView.Emergency(
            facts.getAccountAgeDays(),
            facts.getDomainOnFile(),
            facts.getDomainAgeDays(),
            facts.getFirstOfSender(),
            facts.getEmergenciesInDay(),
            facts.getEmergenciesInMonth(),
            facts.getIdentifiersAskedByOthers(),
            facts.getInOfficeHours(),
            facts.getOrderDueAt(),
            facts.getDomainRegistrationAgeDays());
  }

  private List<CaseView.Step> timeline(String caseId) {
    return rows.timeline(caseId).stream()
        .map(
            step ->
                new CaseView.Step(
                    step.type, step.at, step.actor, step.sequence, step.eventId, step.cause))
        .toList();
  }

  private CaseView.Proposal proposal(CaseRow row, ProposalColumns proposal, List<ItemRow> items) {
    DecisionDetails details = opened(row.sealedProposal(), DecisionDetails.class);
    return new CaseView.Proposal(
        proposal.proposedOutcome.name(),
        proposal.proposedBy,
        proposal.proposedAt,
        decided(items, details),
        details == null ? null : details.getNote(),
        overrides(proposal.overrides(), details));
  }

  private CaseView.Decision decision(CaseRow row, CaseOutcome outcome, List<ItemRow> items) {
    DecisionDetails details = opened(row.sealedDecision(), DecisionDetails.class);
    return new CaseView.Decision(
        outcome.name(),
        row.decidedBy,
        row.confirmedBy,
        row.decidedAt,
        decided(items, details),
        details == null ? null : details.getNote(),
        overrides(Words.ofLines(row.decisionOverrides), details));
  }

  private static List<CaseView.Override> overrides(
      List<String> rules, @Nullable DecisionDetails details) {
    Map<String, String> reasons =
        details == null
            ? Map.of()
            : details.getOverrides().stream()
                .collect(Collectors.toMap(OverrideReason::getRule, OverrideReason::getText));
    return rules.stream().map(rule -> new CaseView.Override(rule, reasons.get(rule))).toList();
  }

  private <T extends SpecificRecord> @Nullable T opened(Optional<Sealed> part, Class<T> type) {
    return part.flatMap(found -> keys.open(found, type)).orElse(null);
  }

  private static List<CaseView.DecidedItem> decided(
      List<ItemRow> items, @Nullable DecisionDetails details) {
    Map<String, String> explanations =
        details == null
            ? Map.of()
            : details.getExplanations().stream()
                .collect(Collectors.toMap(ItemExplanation::getItemId, ItemExplanation::getText));
    return items.stream().map(item -> decided(item, explanations.get(item.itemId()))).toList();
  }

  static CaseView.DecidedItem decided(ItemRow item, @Nullable String explanation) {
    ItemDecision decision = item.decision();
    return decision == null
        ? new CaseView.DecidedItem(item.itemId(), null, List.of(), null, null, null, explanation)
        : new CaseView.DecidedItem(
            item.itemId(),
            decision.getOutcome().name(),
            decision.getDataTypes(),
            decision.getFrom(),
            decision.getTo(),
            decision.getGround(),
            explanation);
  }
}
