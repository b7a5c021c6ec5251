package org.writ.review.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.writ.eventlog.Jdbc;

/** The tables {@code policy} and {@code policy_step}. */
@ApplicationScoped
class PolicyRows implements PanacheRepositoryBase<PolicyRow, String> {

  private final EntityManager entities;
  private final DataSource dataSource;

  PolicyRows(EntityManager entities, DataSource dataSource) {
    this.entities = entities;
    this.dataSource = dataSource;
  }

  /** The digests of those that were activated, by id; works without a transaction, too. */
  Map<String, String> activated() {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "SELECT id, digest FROM policy WHERE confirmed_by IS NOT NULL");
              ResultSet row = select.executeQuery()) {
            var digests = new TreeMap<String, String>();
            while (row.next()) {
              digests.put(row.getString(1), row.getString(2));
            }
            return Map.copyOf(digests);
          }
        });
  }

  /** The document of one; works without a transaction, too. */
  byte[] document(String id) {
    return Jdbc.call(
        dataSource,
        connection -> {
          try (var select =
              connection.prepareStatement("SELECT document FROM policy WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                throw new IllegalStateException("The policy " + id + " is gone");
              }
              return row.getBytes(1);
            }
          }
        });
  }

  /**
   * All of them, locked until the end of the transaction: whether a policy fits beside the others
   * is decided by one person at a time. Has to be the first thing that the transaction reads.
   */
  List<PolicyRow> lockAll() {
    return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** The steps of a policy, in order. */
  List<PolicyStepRow> steps(String id) {
    return entities
        .createQuery(
            "from PolicyStepRow where policyId = :id order by sequence", PolicyStepRow.class)
        .setParameter("id", id)
        .getResultList();
  }

  void add(PolicyStepRow step) {
    entities.persist(step);
  }
}
