package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Documents that wait for the scanner, in the order of their turns. One that cannot be scanned is
 * put off, for longer each time, so that it keeps no other waiting. In the current transaction.
 */
@ApplicationScoped
class HeldDocuments {

  private static final Duration FIRST = Duration.ofMinutes(1);

  /** Not longer, so that little waits once a scanner that failed is back. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** From here on every delay is the longest. */
  private static final int STEPS = 5;

  private final EntityManager entities;

  HeldDocuments(EntityManager entities) {
    this.entities = entities;
  }

  /** Documents whose turn has come, those first that wait the longest for it. */
  List<DocumentRow> due(Instant now, int limit) {
    return entities
        .createQuery(
            "select d from DocumentRow d left join ScanAttemptRow a on a.documentId = d.id"
                + " where d.scan = :held and (a.nextAttemptAt is null or a.nextAttemptAt <= :now)"
                + " order by coalesce(a.nextAttemptAt, d.receivedAt), d.id",
            DocumentRow.class)
        .setParameter("held", Scan.UNSCANNED.name())
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Lets others have their turn before a document that could not be scanned. */
  void putOff(String documentId, Instant now) {
    var row = entities.find(ScanAttemptRow.class, documentId);
    if (row == null) {
      row = new ScanAttemptRow();
      row.documentId = documentId;
      row.nextAttemptAt = now.plus(FIRST);
      entities.persist(row);
    }
    row.nextAttemptAt = now.plus(delay(row.attempts));
    row.attempts++;
  }

  /** Forgets a document that waits no longer. */
  void forget(String documentId) {
    var row = entities.find(ScanAttemptRow.class, documentId);
    if (row != null) {
      entities.remove(row);
    }
  }

  /**
   * How long a document waits for its next turn.
   *
   * @param before attempts in vain before the one that just failed
   */
  static Duration delay(int before) {
    Duration delay = FIRST.multipliedBy(1L << Math.min(before, STEPS));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
