package org.writ.intake.hi1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.intake.hi1.ListReading.Changed;

/**
 * The tables {@code handover_message}, {@code handover_outcome}, {@code handover_object}, {@code
 * handover_request}, {@code handover_acknowledgement} and {@code handover_progress}, in the current
 * transaction.
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

  /** The requests that objects of this agency belong to, by the objects' ids. */
  Map<String, String> requestsOf(String agency, Collection<String> objectIds) {
    var requests = new HashMap<String, String>();
    if (!objectIds.isEmpty()) {
      entities
          .createQuery(
              "select objectId, requestId from HandoverObject where agency = :agency and objectId in"
                  + " :ids",
              Object[].class)
          .setParameter("agency", agency)
          .setParameter("ids", objectIds)
          .getResultList()
          .forEach(row -> requests.put((String) row[0], (String) row[1]));
    }
    return requests;
  }

  /** How many objects requests of this agency are made of. */
  long count(String agency, Collection<String> requestIds) {
    return requestIds.isEmpty()
        ? 0
        : entities
            .createQuery(
                "select count(*) from HandoverObject where agency = :agency and requestId in :ids",
                Long.class)
            .setParameter("agency", agency)
            .setParameter("ids", requestIds)
            .getSingleResult();
  }

  /** When anything was said about a request last; null if nothing was. */
  @Nullable HandedRequestRow request(String requestId) {
    return entities.find(HandedRequestRow.class, requestId);
  }

  /**
   * Requests of this agency that came over this interface, the newest change first. A change is
   * what was said here, or what the request went through.
   *
   * @param since changed at this time or later; null: whenever
   * @param lastId with this id or one before it; null: all
   */
  List<Changed> changed(
      String agency, @Nullable Instant since, @Nullable String lastId, int limit) {
    var newest = new HashMap<String, Instant>();
    for (String table : List.of("HandoverRequest", "HandoverProgress")) {
      for (Changed changed : changed(table, agency, since, lastId, limit)) {
        newest.merge(
            changed.requestId(), changed.at(), (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return newest.entrySet().stream()
        .map(request -> new Changed(request.getKey(), request.getValue()))
        .sorted(Comparator.comparing(Changed::at).thenComparing(Changed::requestId).reversed())
        .limit(limit)
        .toList();
  }

  private List<Changed> changed(
      String table, String agency, @Nullable Instant since, @Nullable String lastId, int limit) {
    var query =
        entities
            .createQuery(
                "select requestId, changedAt from "
                    + table
                    + " where agency = :agency"
                    + (since == null ? "" : " and changedAt >= :since")
                    + (lastId == null ? "" : " and requestId <= :last")
                    + " order by changedAt desc, requestId desc",
                Changed.class)
            .setParameter("agency", agency)
            .setMaxResults(limit);
    if (since != null) {
      query.setParameter("since", since);
    }
    if (lastId != null) {
      query.setParameter("last", lastId);
    }
    return query.getResultList();
  }

  /** The requests of this agency whose ids begin so. */
  List<String> requestsLike(String agency, Collection<String> prefixes) {
    return prefixes.stream()
        .flatMap(
            prefix ->
                entities
                    .createQuery(
                        "select distinct requestId from HandoverObject where agency = :agency"
                            + " and requestId like :prefix",
                        String.class)
                    .setParameter("agency", agency)
                    .setParameter("prefix", prefix + "%")
                    .setMaxResults(1)
                    .getResultStream())
        .toList();
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
