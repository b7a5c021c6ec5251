package org.writ.intake.emergency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code emergency} and {@code emergency_order}. */
@ApplicationScoped
class EmergencyRows implements PanacheRepositoryBase<EmergencyRow, String> {

  /** What a scanner says of an order that confirms: of one that is held nobody knows what it is. */
  private static final List<String> CONFIRMING = List.of("CLEAN", "NO_SCANNER");

  private final EntityManager entities;

  EmergencyRows(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * An agency's emergencies since then, and those of an officer of it ever. Holds until the current
   * transaction ends that there are no others: of two that are submitted at the same moment, one
   * waits or is tried again, and then finds the other.
   */
  List<EmergencyRow> hold(String agency, Instant since, String senderFingerprint) {
    // Locks the rows and the gaps between them, and sees what others committed.
    return entities
        .createQuery(
            "from EmergencyRow where agency = :agency and (receivedAt > :since"
                + " or senderFingerprint = :sender)",
            EmergencyRow.class)
        .setParameter("agency", agency)
        .setParameter("since", since)
        .setParameter("sender", senderFingerprint)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Emergencies whose order should have come by then and did not, the longest overdue first. */
  List<String> withoutOrder(Instant now, int limit) {
    return entities
        .createQuery(
            "select e.requestId from EmergencyRow e where e.overdue = false and e.ended = false"
                + " and e.orderDueAt <= :now and not exists"
                + " (select 1 from EmergencyOrderRow o where o.requestId = e.requestId"
                + " and o.scan in :confirming)"
                + " order by e.orderDueAt, e.requestId",
            String.class)
        .setParameter("now", now)
        .setParameter("confirming", CONFIRMING)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Whether an order followed that may be opened. */
  boolean hasOrder(String requestId) {
    return entities
            .createQuery(
                "select count(*) from EmergencyOrderRow where requestId = :request"
                    + " and scan in :confirming",
                Long.class)
            .setParameter("request", requestId)
            .setParameter("confirming", CONFIRMING)
            .getSingleResult()
        > 0;
  }

  void add(EmergencyOrderRow order) {
    entities.persist(order);
  }

  @Nullable EmergencyOrderRow order(String documentId) {
    return entities.find(EmergencyOrderRow.class, documentId);
  }

  void remove(EmergencyOrderRow order) {
    entities.remove(order);
  }
}
