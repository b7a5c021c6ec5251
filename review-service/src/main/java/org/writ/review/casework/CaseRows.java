package org.writ.review.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.Finding;
import org.writ.events.review.PolicyReference;

/**
 * The tables {@code legal_case}, {@code case_item}, {@code case_finding} and {@code case_timeline}.
 */
@ApplicationScoped
class CaseRows implements PanacheRepositoryBase<CaseRow, String> {

  private final EntityManager entities;

  CaseRows(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A case, locked until the end of the transaction: commands on one case wait for each other
   * instead of failing. Has to be the first thing that the transaction reads, or the database takes
   * what the others committed meanwhile for a conflict.
   */
  Optional<CaseRow> lock(String id) {
    return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * The free case that is due first, locked until the end of the transaction; cases that others are
   * taking in this moment are passed over, so that two callers never get the same.
   */
  Optional<CaseRow> lockMostUrgent(Instant now) {
    return entities
        .createQuery(
            "from CaseRow where decided = false and (holder is null or leaseUntil <= :now)"
                + " order by dueAt, id",
            CaseRow.class)
        .setParameter("now", now)
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .findFirst();
  }

  /** The items of a case, in the order of the request. */
  List<ItemRow> items(String caseId) {
    return entities
        .createQuery("from ItemRow where caseId = :case order by position", ItemRow.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** What the policy found, in the order of the analysis. */
  List<Finding> findings(String caseId) {
    return entities
        .createQuery("from FindingRow where caseId = :case order by position", FindingRow.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(FindingRow::toFinding)
        .toList();
  }

  /** The steps of a case, in order. */
  List<TimelineRow> timeline(String caseId) {
    return entities
        .createQuery("from TimelineRow where caseId = :case order by sequence", TimelineRow.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** The event that opened the case, without its sealed part. */
  CaseOpened opened(CaseRow row) {
    List<CaseItem> items = items(row.id).stream().map(ItemRow::toItem).toList();
    return new CaseOpened(
        row.agency,
        row.agencyName,
        row.country,
        row.process,
        row.regime,
        row.issuingAuthorityType,
        row.issuingAuthorityCountry,
        row.issuedOn,
        row.validUntil,
        row.offenceCategory,
        row.suspectConfirmed,
        row.receivedAt,
        row.dueAt,
        row.noticeDelayUntil,
        new PolicyReference(row.policyId, row.policyDigest),
        items,
        findings(row.id),
        ByteBuffer.wrap(row.recipientCertificate),
        "API",
        null,
        "",
        false,
        null,
        null,
        null);
  }

  void add(ItemRow item) {
    entities.persist(item);
  }

  void add(FindingRow finding) {
    entities.persist(finding);
  }

  void add(TimelineRow step) {
    entities.persist(step);
  }
}
