package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.events.Topic;
import org.writ.events.review.CallBackRecorded;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseDocumentAdded;
import org.writ.events.review.CaseDocumentScanned;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.CaseReopened;
import org.writ.events.review.CaseSupplemented;
import org.writ.events.review.CaseWithdrawn;
import org.writ.events.review.ClarificationReceived;
import org.writ.events.review.ClarificationRequested;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.EmergencyOrderOverdue;
import org.writ.events.review.Severity;

/** How the tables of cases follow from {@code review.cases}. */
@ApplicationScoped
class CaseFold implements Fold {

  /** The order itself, which has to follow an emergency. */
  private static final String ORDER = "ORDER";

  private final CaseRows rows;
  private final CaseItems items;
  private final CaseFindings findings;

  CaseFold(CaseRows rows, CaseItems items, CaseFindings findings) {
    this.rows = rows;
    this.items = items;
    this.findings = findings;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_CASES;
  }

  @Override
  public List<String> tables() {
    return List.of(
        "legal_case",
        "case_item",
        "case_item_decision",
        "case_former_ground",
        "case_finding",
        "case_timeline",
        "case_document",
        "case_message",
        "case_call");
  }

  @Override
  public void apply(Event event) {
    // Before its first event a case has no row: nobody need look for it.
    CaseRow row =
        event.envelope().sequence() == 1 ? null : rows.findById(event.envelope().subject());
    Standing before = row == null ? Standing.UNOPENED : row.standing();
    Standing after = before.after(event.envelope().id().toString(), event.data());
    if (row == null) {
      row = opened(event);
    }
    keep(row, event);
    row.keep(after);
    keepVersion(row, event.envelope(), event.data());
    if (event.data() instanceof CaseOpened) {
      rows.persist(row);
    }
    rows.add(TimelineRow.of(event));
  }

  private static void keepVersion(CaseRow row, Envelope envelope, SpecificRecord data) {
    row.version = envelope.sequence();
    // Neither changes anything that a reviewer decides upon.
    if (!(data instanceof CaseRead) && !(data instanceof CaseEscalated)) {
      row.changedVersion = envelope.sequence();
    }
  }

  /** What the event says beside how the case stands after it. */
  private void keep(CaseRow row, Event event) {
    switch (event.data()) {
      case CaseDecided decided -> decided(row, event, decided);
      case DecisionProposed proposed -> {
        row.keep(ProposalColumns.of(event, proposed), event);
        items.keepDecisions(row.id, proposed.getItems());
      }
      case DecisionObjected objected -> {
        items.forgetDecisions(row.id);
        rows.add(MessageRow.of(event, objected.getObjectedBy()));
      }
      case ClarificationRequested asked -> {
        row.clockStoppedAt = asked.getClockStoppedAt();
        rows.add(MessageRow.of(event, asked.getAskedBy()));
      }
      case ClarificationReceived answer -> {
        row.due(answer.getDueAt());
        rows.add(MessageRow.of(event, null));
      }
      case CaseSupplemented _ -> rows.add(MessageRow.of(event, null));
      case CaseDocumentAdded added -> {
        rows.add(DocumentRow.of(event, added));
        row.orderOverdue = row.orderOverdue && !added.getKind().equals(ORDER);
      }
      case CaseDocumentScanned scanned ->
          rows.document(row.id, scanned.getDocumentId())
                  .orElseThrow(() -> new IllegalArgumentException("An unknown document is scanned"))
                  .scan =
              scanned.getScan();
      case CallBackRecorded call -> rows.add(CallRow.of(event, call));
      case EmergencyOrderOverdue _ -> row.orderOverdue = true;
      case CaseReopened reopened -> {
        row.forgetDecision();
        items.keepFormerGrounds(row.id, reopened.getDecision());
        items.forgetDecisions(row.id);
        row.restartClock(event.envelope().time(), reopened.getDueAt());
        rows.add(MessageRow.of(event, reopened.getReopenedBy()));
      }
      case CaseEscalated escalated -> row.keepEscalation(escalated.getStep());
      case CaseWithdrawn _ when row.proposal != null -> items.forgetDecisions(row.id);
      default -> {
        // How the case stands is all that such an event says; an unknown one was refused before.
      }
    }
  }

  private CaseRow opened(Event event) {
    CaseOpened opened = (CaseOpened) event.data();
    var row = new CaseRow();
    row.id = event.envelope().subject();
    row.agency = opened.getAgency();
    row.agencyName = opened.getAgencyName();
    row.country = opened.getCountry();
    row.process = opened.getProcess();
    row.regime = opened.getRegime();
    row.issuingAuthorityType = opened.getIssuingAuthorityType();
    row.issuingAuthorityCountry = opened.getIssuingAuthorityCountry();
    row.issuedOn = opened.getIssuedOn();
    row.validUntil = opened.getValidUntil();
    row.offenceCategory = opened.getOffenceCategory();
    row.suspectConfirmed = opened.getSuspectConfirmed();
    row.receivedAt = opened.getReceivedAt();
    row.clockFrom = opened.getReceivedAt();
    row.due(opened.getDueAt());
    row.noticeDelayUntil = opened.getNoticeDelayUntil();
    row.policyId = opened.getPolicy().getId();
    row.policyDigest = opened.getPolicy().getDigest();
    row.recipientCertificate = bytes(opened.getRecipientCertificate());
    row.keepDetails(event);
    row.channel = opened.getChannel();
    row.duplicateOf = opened.getDuplicateOf();
    row.callBackPhone = opened.getCallBackPhone();
    row.clarificationStopsClock = opened.getClarificationStopsClock();
    row.objectionUntil = opened.getObjectionUntil();
    row.emergency = EmergencyColumns.of(opened.getEmergency());
    row.itemCount = opened.getItems().size();
    row.blockingFindings = count(opened, Severity.BLOCKING);
    row.secondPersonFindings = count(opened, Severity.SECOND_PERSON);
    row.notes = count(opened, Severity.NOTE);
    items.add(row.id, opened.getItems());
    findings.add(row.id, opened.getFindings());
    return row;
  }

  private static int count(CaseOpened opened, Severity severity) {
    return (int) opened.getFindings().stream().filter(f -> f.getSeverity() == severity).count();
  }

  private void decided(CaseRow row, Event event, CaseDecided decided) {
    row.decidedBy = decided.getDecidedBy();
    row.decidedAt = event.envelope().time();
    row.decisionPolicyId = decided.getPolicy().getId();
    row.decisionPolicyDigest = decided.getPolicy().getDigest();
    row.keepDecision(event);
    row.confirmedBy = decided.getConfirmedBy();
    row.decisionOverrides = Words.lines(decided.getOverrides());
    items.keepDecisions(row.id, decided.getItems());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
