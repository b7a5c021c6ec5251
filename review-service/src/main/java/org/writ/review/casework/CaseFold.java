package org.writ.review.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.writ.eventlog.Envelope;
import org.writ.eventlog.Event;
import org.writ.eventlog.Fold;
import org.writ.eventlog.seal.Sealed;
import org.writ.events.Topic;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.ItemDecision;
import org.writ.events.review.Severity;

/** How the tables of cases follow from {@code review.cases}. */
@ApplicationScoped
class CaseFold implements Fold {

  private final CaseRows rows;

  CaseFold(CaseRows rows) {
    this.rows = rows;
  }

  @Override
  public Topic topic() {
    return Topic.REVIEW_CASES;
  }

  @Override
  public List<String> tables() {
    return List.of("legal_case", "case_item", "case_finding", "case_timeline");
  }

  @Override
  public void apply(Event event) {
    CaseRow row = rows.findById(event.envelope().subject());
    CaseState before = row == null ? new CaseState.Unopened() : row.state();
    CaseState after = before.after(event.data());
    if (row == null) {
      row = opened(event);
    }
    row.keep(after);
    keepVersion(row, event.envelope(), event.data());
    if (event.data() instanceof CaseOpened) {
      rows.persist(row);
    }
    if (event.data() instanceof CaseDecided decided) {
      decided(row, event, decided);
    }
    rows.add(TimelineRow.of(event));
  }

  private static void keepVersion(CaseRow row, Envelope envelope, SpecificRecord data) {
    row.version = envelope.sequence();
    if (!(data instanceof CaseRead)) {
      row.changedVersion = envelope.sequence();
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
    row.dueAt = opened.getDueAt();
    row.dueSoonFrom = Urgency.dueSoonFrom(row.receivedAt, row.dueAt);
    row.urgentFrom = Urgency.urgentFrom(row.receivedAt, row.dueAt);
    row.noticeDelayUntil = opened.getNoticeDelayUntil();
    row.policyId = opened.getPolicy().getId();
    row.policyDigest = opened.getPolicy().getDigest();
    row.recipientCertificate = bytes(opened.getRecipientCertificate());
    row.sealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.sealedEvent = event.envelope().id().toString();
    keepParts(row, opened);
    return row;
  }

  private void keepParts(CaseRow row, CaseOpened opened) {
    row.itemCount = opened.getItems().size();
    row.blockingFindings = count(opened, Severity.BLOCKING);
    row.notes = count(opened, Severity.NOTE);
    for (int i = 0; i < opened.getItems().size(); i++) {
      rows.add(ItemRow.of(row.id, i, opened.getItems().get(i)));
    }
    for (int i = 0; i < opened.getFindings().size(); i++) {
      rows.add(FindingRow.of(row.id, i, opened.getFindings().get(i)));
    }
  }

  private static int count(CaseOpened opened, Severity severity) {
    return (int) opened.getFindings().stream().filter(f -> f.getSeverity() == severity).count();
  }

  private void decided(CaseRow row, Event event, CaseDecided decided) {
    row.decidedBy = decided.getDecidedBy();
    row.decidedAt = event.envelope().time();
    row.decisionPolicyId = decided.getPolicy().getId();
    row.decisionPolicyDigest = decided.getPolicy().getDigest();
    row.decisionSealed = event.sealed().map(Sealed::ciphertext).orElse(null);
    row.decisionEvent = event.envelope().id().toString();
    List<ItemRow> items = rows.items(row.id);
    for (ItemDecision decision : decided.getItems()) {
      items.stream()
          .filter(item -> item.itemId.equals(decision.getItemId()))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("A decision about an unknown item"))
          .keep(decision);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
