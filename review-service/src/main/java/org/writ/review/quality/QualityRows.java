package org.writ.review.quality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.TimeCursor;

/** The tables of second reviews. In the current transaction. */
@ApplicationScoped
class QualityRows implements PanacheRepositoryBase<SecondReviewRow, String> {

  private final EntityManager entities;

  QualityRows(EntityManager entities) {
    this.entities = entities;
  }

  /** A review, locked until the end of the transaction. */
  Optional<SecondReviewRow> lock(String decision) {
    return find("decision = ?1", decision)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The review of a case's decision that waits; empty if none does. */
  Optional<SecondReviewRow> waiting(String caseId) {
    return find("caseId = ?1 and state = ?2", caseId, SecondReview.State.WAITING)
        .firstResultOptional();
  }

  /** The reviews of the decisions of these cases that wait. */
  List<SecondReviewRow> waiting(Set<String> caseIds) {
    return find("caseId in ?1 and state = ?2", caseIds, SecondReview.State.WAITING).list();
  }

  /** Reviews that a person holds, the oldest decision first. */
  List<SecondReviewRow> held(String person, Instant now) {
    return find(
            "state = ?1 and reviewer = ?2 and leaseUntil > ?3 order by decidedAt, decision",
            SecondReview.State.WAITING,
            person,
            now)
        .list();
  }

  /**
   * Reviews that somebody else than those who decided could take, the oldest decision first.
   *
   * @param conflicted agencies whose cases are left out
   * @param after those after this place only; null: from the first one on
   */
  List<SecondReviewRow> free(
      String person, Set<String> conflicted, Instant now, @Nullable TimeCursor after, int most) {
    var query =
        entities
            .createQuery(
                "from SecondReviewRow where state = :waiting and decidedBy <> :person"
                    + " and (confirmedBy is null or confirmedBy <> :person)"
                    + " and (leaseUntil is null or leaseUntil <= :now or reviewer = :person)"
                    + (conflicted.isEmpty() ? "" : " and agency not in :conflicted")
                    + (after == null
                        ? ""
                        : " and (decidedAt > :at or (decidedAt = :at and decision > :decision))")
                    + " order by decidedAt, decision",
                SecondReviewRow.class)
            .setParameter("waiting", SecondReview.State.WAITING)
            .setParameter("person", person)
            .setParameter("now", now)
            .setMaxResults(most);
    if (!conflicted.isEmpty()) {
      query.setParameter("conflicted", conflicted);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("decision", after.id());
    }
    return query.getResultList();
  }

  /**
   * Reviews in a state, by the time of the second decision.
   *
   * @param conflicted agencies whose cases are left out
   */
  List<SecondReviewRow> page(
      SecondReview.State state, Set<String> conflicted, @Nullable TimeCursor after, int most) {
    var query =
        entities
            .createQuery(
                "from SecondReviewRow where state = :state"
                    + (conflicted.isEmpty() ? "" : " and agency not in :conflicted")
                    + (after == null
                        ? ""
                        : " and (givenAt > :at or (givenAt = :at and decision > :decision))")
                    + " order by givenAt, decision",
                SecondReviewRow.class)
            .setParameter("state", state)
            .setMaxResults(most);
    if (!conflicted.isEmpty()) {
      query.setParameter("conflicted", conflicted);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("decision", after.id());
    }
    return query.getResultList();
  }

  /** The items about which a review disagrees. */
  List<ReviewedItemRow> items(String decision) {
    return entities
        .createQuery(
            "from ReviewedItemRow where decision = :decision order by itemId",
            ReviewedItemRow.class)
        .setParameter("decision", decision)
        .getResultList();
  }

  void add(ReviewedItemRow item) {
    entities.persist(item);
  }

  /**
   * Agreement by the values of a column.
   *
   * @param column attribute of the row
   * @param conflicted agencies whose cases are left out
   */
  List<Agreement> agreement(String column, Set<String> conflicted, Instant from, Instant to) {
    TypedQuery<Agreement> query =
        entities.createQuery(
            "select new org.writ.review.quality.Agreement(%1$s, count(*), count(agrees),"
                    .formatted(column)
                + " coalesce(sum(case when agrees = true then 1 else 0 end), 0))"
                + " from SecondReviewRow where decidedAt >= :from and decidedAt < :to"
                + " and state <> :dropped"
                + (conflicted.isEmpty() ? "" : " and agency not in :conflicted")
                + " group by %1$s order by %1$s".formatted(column),
            Agreement.class);
    if (!conflicted.isEmpty()) {
      query.setParameter("conflicted", conflicted);
    }
    return query
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("dropped", SecondReview.State.DROPPED)
        .getResultList();
  }
}
