package org.writ.intake.emergency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code emergency} and {@code emergency_order}. */
@ApplicationScoped
class EmergencyRows implements PanacheRepositoryBase<EmergencyRow, String> {

  private final EntityManager entities;

  EmergencyRows(EntityManager entities) {
    this.entities = entities;
  }

  /** Emergencies of an agency that were received from then on, and not later than another time. */
  int countOfAgency(String agency, Instant from, Instant to) {
    return Math.toIntExact(
        count("agency = ?1 and receivedAt > ?2 and receivedAt <= ?3", agency, from, to));
  }

  /** Whether an agency submitted an emergency of this officer before. */
  boolean isSenderKnown(String agency, String senderFingerprint) {
    return count("agency = ?1 and senderFingerprint = ?2", agency, senderFingerprint) > 0;
  }

  /** Emergencies whose order should have come by then and did not, the longest overdue first. */
  List<String> withoutOrder(Instant now, int limit) {
    return entities
        .createQuery(
            "select e.requestId from EmergencyRow e where e.overdue = false and e.ended = false"
                + " and e.orderDueAt <= :now and not exists"
                + " (select 1 from EmergencyOrderRow o where o.requestId = e.requestId)"
                + " order by e.orderDueAt, e.requestId",
            String.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Whether an order followed. */
  boolean hasOrder(String requestId) {
    return entities
            .createQuery(
                "select count(*) from EmergencyOrderRow where requestId = :request", Long.class)
            .setParameter("request", requestId)
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
