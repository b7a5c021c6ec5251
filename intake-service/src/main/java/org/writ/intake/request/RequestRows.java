package org.writ.intake.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code request}, {@code request_item} and {@code request_history}. */
@ApplicationScoped
class RequestRows implements PanacheRepositoryBase<RequestRow, String> {

  private final EntityManager entities;

  RequestRows(EntityManager entities) {
    this.entities = entities;
  }

  /** A request of this agency; empty if there is none or it is another's. */
  Optional<RequestRow> findOwn(String agency, String id) {
    return find("id = ?1 and agency = ?2", id, agency).firstResultOptional();
  }

  /**
   * The requests that were submitted under keys.
   *
   * @param idempotencyKeyHashes of agencies and keys; see {@link IdempotencyKey#hashFor}
   */
  List<RequestRow> findByKeys(Collection<String> idempotencyKeyHashes) {
    return list("idempotencyKeyHash in ?1", idempotencyKeyHashes);
  }

  /** An agency's requests, newest first. */
  List<RequestRow> newest(String agency, @Nullable Cursor after, int limit) {
    var query =
        after == null
            ? find("agency = ?1 order by receivedAt desc, id desc", agency)
            : find(
                "agency = ?1 and (receivedAt < ?2 or (receivedAt = ?2 and id < ?3))"
                    + " order by receivedAt desc, id desc",
                agency,
                after.receivedAt(),
                after.id());
    return query.page(Page.ofSize(limit)).list();
  }

  /** The items of a request, in its order. */
  List<ItemRow> items(String requestId) {
    return entities
        .createQuery("from ItemRow where requestId = :request order by position", ItemRow.class)
        .setParameter("request", requestId)
        .getResultList();
  }

  /** What a request has been through, in order. */
  List<HistoryRow> history(String requestId) {
    return entities
        .createQuery(
            "from HistoryRow where requestId = :request order by sequence", HistoryRow.class)
        .setParameter("request", requestId)
        .getResultList();
  }

  void add(ItemRow item) {
    entities.persist(item);
  }

  void add(HistoryRow history) {
    entities.persist(history);
  }
}
