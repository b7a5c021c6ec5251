package org.writ.review.jurisdiction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code jurisdiction} and {@code jurisdiction_step}. In the current transaction. */
@ApplicationScoped
class JurisdictionRows implements PanacheRepositoryBase<JurisdictionRow, String> {

  private final EntityManager entities;

  JurisdictionRows(EntityManager entities) {
    this.entities = entities;
  }

  /** A country's row, locked until the end of the transaction. */
  Optional<JurisdictionRow> lock(String country) {
    return find("country = ?1", country)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The rows after a country, in order. */
  List<JurisdictionRow> after(@Nullable String country, int most) {
    return find("country > ?1 order by country", country == null ? "" : country)
        .range(0, most - 1)
        .list();
  }

  /** One of the steps of a country; empty if its number is null. */
  Optional<JurisdictionStepRow> step(String country, @Nullable Long sequence) {
    return sequence == null
        ? Optional.empty()
        : Optional.ofNullable(
            entities.find(
                JurisdictionStepRow.class, new JurisdictionStepRow.Key(country, sequence)));
  }

  /** The steps of a country, in order. */
  List<JurisdictionStepRow> steps(String country) {
    return entities
        .createQuery(
            "from JurisdictionStepRow where country = :country order by sequence",
            JurisdictionStepRow.class)
        .setParameter("country", country)
        .getResultList();
  }

  /** What was confirmed of a country last, at a time or before it. */
  Optional<JurisdictionStepRow> confirmed(String country, Instant time) {
    return entities
        .createQuery(
            "from JurisdictionStepRow where country = :country and edition > 0 and at <= :time"
                + " order by at desc, sequence desc",
            JurisdictionStepRow.class)
        .setParameter("country", country)
        .setParameter("time", time)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** All that was ever confirmed, country by country, in order. */
  List<JurisdictionStepRow> confirmed() {
    return entities
        .createQuery(
            "from JurisdictionStepRow where edition > 0 order by country, sequence",
            JurisdictionStepRow.class)
        .getResultList();
  }

  void add(JurisdictionStepRow step) {
    entities.persist(step);
  }
}
