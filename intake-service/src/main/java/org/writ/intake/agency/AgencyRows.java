package org.writ.intake.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code agency} and {@code agency_…}. */
@ApplicationScoped
class AgencyRows implements PanacheRepositoryBase<AgencyRow, String> {

  private final EntityManager entities;

  AgencyRows(EntityManager entities) {
    this.entities = entities;
  }

  /** An agency with what counts about it, read at once: every call of an agency asks for this. */
  record Counting(AgencyRow agency, RegistrationRow registration, CertificateRow certificate) {}

  /** The agency, if anything counts about it. */
  Optional<Counting> counting(String id) {
    return entities
        .createQuery(
            "select a, r, c from AgencyRow a join RegistrationRow r on r.id = a.registration"
                + " join CertificateRow c on c.agency = a.id and c.fingerprint = a.certificate"
                + " where a.id = :id",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Counting(
                    (AgencyRow) row[0], (RegistrationRow) row[1], (CertificateRow) row[2]));
  }

  /** Agencies as they are now, which nobody changes before the current transaction ends. */
  List<AgencyRow> hold(Collection<String> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).list();
  }

  /** Whether an agency may act, and what is known about who acts: every call asks for this. */
  Optional<Standing> standing(String id, String account) {
    return entities
        .createQuery(
            "select a.status, o.firstSeenAt, o.blockedAt from AgencyRow a"
                + " left join OfficerRow o on o.agency = a.id and o.account = :account"
                + " where a.id = :id",
            Object[].class)
        .setParameter("id", id)
        .setParameter("account", account)
        .getResultStream()
        .findFirst()
        .map(row -> new Standing((AgencyStatus) row[0], row[1] != null, row[2] != null));
  }

  /** Agencies by id, after one. */
  List<AgencyRow> page(@Nullable String after, int limit) {
    return find("id > ?1 order by id", after == null ? "" : after).page(0, limit).list();
  }

  @Nullable RegistrationRow registration(@Nullable String id) {
    return id == null ? null : entities.find(RegistrationRow.class, id);
  }

  /** An agency's certificates, the newest first. */
  List<CertificateRow> certificates(String agency) {
    return entities
        .createQuery(
            "from CertificateRow where agency = :agency order by sequence desc",
            CertificateRow.class)
        .setParameter("agency", agency)
        .getResultList();
  }

  @Nullable CertificateRow certificate(String agency, String fingerprint) {
    return entities.find(CertificateRow.class, new CertificateRow.Key(agency, fingerprint));
  }

  /** What an agency is known by. */
  List<AliasRow> aliases(String agency) {
    return entities
        .createQuery("from AliasRow where agency = :agency order by kind, alias", AliasRow.class)
        .setParameter("agency", agency)
        .getResultList();
  }

  @Nullable AliasRow alias(String agency, AliasRow.Kind kind, String alias) {
    return entities.find(AliasRow.class, new AliasRow.Key(agency, kind, alias));
  }

  /** The one agency that has an alias that only one may have. */
  Optional<String> holder(AliasRow.Kind kind, String alias) {
    return entities
        .createQuery(
            "select agency from AliasRow where kind = :kind and sole = :alias", String.class)
        .setParameter("kind", kind)
        .setParameter("alias", alias)
        .getResultStream()
        .findFirst();
  }

  /** The officers of an agency, by account. */
  List<OfficerRow> officers(String agency) {
    return entities
        .createQuery("from OfficerRow where agency = :agency order by account", OfficerRow.class)
        .setParameter("agency", agency)
        .getResultList();
  }

  @Nullable OfficerRow officer(String agency, String account) {
    return entities.find(OfficerRow.class, new OfficerRow.Key(agency, account));
  }

  /** What happened to an agency's file, in order. */
  List<AgencyHistoryRow> history(String agency) {
    return entities
        .createQuery(
            "from AgencyHistoryRow where agency = :agency order by sequence",
            AgencyHistoryRow.class)
        .setParameter("agency", agency)
        .getResultList();
  }

  /** Adds a row of any of the tables. */
  void add(Object row) {
    entities.persist(row);
  }

  /** Takes a row away. */
  void remove(Object row) {
    entities.remove(row);
  }
}
