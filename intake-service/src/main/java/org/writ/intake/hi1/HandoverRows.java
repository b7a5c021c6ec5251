package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code handover_message}, {@code handover_outcome}, {@code handover_object}, {@code
 * handover_acknowledgement} and {@code handover_progress}, in the current transaction.
 */
@ApplicationScoped
class HandoverRows {

  private final EntityManager entities;

  HandoverRows(EntityManager entities) {
    this.entities = entities;
  }

  /** A message that was answered; empty if there was none of this transaction. */
  Optional<MessageRow> message(String agency, String transactionId) {
    return Optional.ofNullable(
        entities.find(MessageRow.class, new MessageRow.Key(agency, transactionId)));
  }

  /** What was answered to a message, in order. */
  List<OutcomeRow> outcomes(String agency, String transactionId) {
    return entities
        .createQuery(
            "from HandoverOutcome where agency = :agency and transactionId = :transaction"
                + " order by place",
            OutcomeRow.class)
        .setParameter("agency", agency)
        .setParameter("transaction", transactionId)
        .getResultList();
  }

  /** An object of this agency; null if it has none of this id. */
  @Nullable ObjectRow object(String agency, String objectId) {
    return entities.find(ObjectRow.class, new ObjectRow.Key(agency, objectId));
  }

  /** Objects of this agency, by their ids. */
  List<ObjectRow> objects(String agency, Collection<String> objectIds) {
    return objectIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from HandoverObject where agency = :agency and objectId in :ids", ObjectRow.class)
            .setParameter("agency", agency)
            .setParameter("ids", objectIds)
            .getResultList();
  }

  /** The objects that requests of this agency are made of. */
  List<ObjectRow> ofRequests(String agency, Collection<String> requestIds) {
    return requestIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from HandoverObject where agency = :agency and requestId in :ids"
                    + " order by requestId, changedAt, objectId",
                ObjectRow.class)
            .setParameter("agency", agency)
            .setParameter("ids", requestIds)
            .getResultList();
  }

  /** The newest requests of this agency that came over this interface. */
  List<String> newestRequests(String agency, int limit) {
    return entities
        .createQuery(
            "select distinct requestId from HandoverObject where agency = :agency"
                + " order by requestId desc",
            String.class)
        .setParameter("agency", agency)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The request of this agency whose id begins so; empty if there is none. */
  Optional<String> requestLike(String agency, String prefix) {
    return entities
        .createQuery(
            "select distinct requestId from HandoverObject where agency = :agency"
                + " and requestId like :prefix",
            String.class)
        .setParameter("agency", agency)
        .setParameter("prefix", prefix + "%")
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What was said over this interface about the package of a request; null if nothing. */
  @Nullable AcknowledgementRow acknowledgement(String requestId) {
    return entities.find(AcknowledgementRow.class, requestId);
  }

  /** The same, of several requests. */
  List<AcknowledgementRow> acknowledgements(Collection<String> requestIds) {
    return requestIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from HandoverAcknowledgement where requestId in :ids", AcknowledgementRow.class)
            .setParameter("ids", requestIds)
            .getResultList();
  }

  /** What the history of a request does not tell; null if it came another way. */
  @Nullable ProgressRow progress(String requestId) {
    return entities.find(ProgressRow.class, requestId);
  }

  /** The same, of several requests. */
  List<ProgressRow> progress(Collection<String> requestIds) {
    return requestIds.isEmpty()
        ? List.of()
        : entities
            .createQuery("from HandoverProgress where requestId in :ids", ProgressRow.class)
            .setParameter("ids", requestIds)
            .getResultList();
  }

  void add(Object row) {
    entities.persist(row);
  }

  void flush() {
    entities.flush();
  }
}
