package org.writ.disclosure.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writ.web.security.Stop;

/** The tables {@code agency_access} and {@code barred_account}. In the current transaction. */
@ApplicationScoped
class AccessRows implements PanacheRepositoryBase<AccessRow, String> {

  private final EntityManager entities;

  AccessRows(EntityManager entities) {
    this.entities = entities;
  }

  /** The row of an agency, made if there is none. */
  AccessRow of(String agency) {
    var known = findById(agency);
    if (known != null) {
      return known;
    }
    var row = new AccessRow();
    row.agency = agency;
    persist(row);
    return row;
  }

  /** What waits for a second operator; null if nothing does. */
  @Nullable Proposal proposal(String agency) {
    var row = findById(agency);
    return row == null ? null : row.toProposal();
  }

  /** Whether this client may act for the agency. */
  boolean hasClient(String agency, String client) {
    return findByIdOptional(agency).filter(row -> row.hasClient(client)).isPresent();
  }

  /** Why an account may not act for the agency; empty if it may, as far as anybody said. */
  Optional<Stop> stop(String agency, String account) {
    var row = findById(agency);
    if (row != null && row.stop != null) {
      return Optional.of(row.stop);
    }
    return barred(agency, account) == null ? Optional.empty() : Optional.of(Stop.BARRED);
  }

  /** Bars an account; one that is barred already stays so. */
  void bar(String agency, String account, Instant at) {
    if (barred(agency, account) == null) {
      var row = new BarredAccountRow();
      row.agency = agency;
      row.account = account;
      row.barredAt = at;
      entities.persist(row);
    }
  }

  /** Lets an account act again. */
  void readmit(String agency, String account) {
    var row = barred(agency, account);
    if (row != null) {
      entities.remove(row);
    }
  }

  private @Nullable BarredAccountRow barred(String agency, String account) {
    return entities.find(BarredAccountRow.class, new BarredAccountRow.Key(agency, account));
  }
}
