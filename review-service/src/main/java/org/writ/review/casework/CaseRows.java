package org.writ.review.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Timeouts;
import org.writ.eventlog.Actor;
import org.writ.events.review.CaseDecided;
import org.writ.events.review.CaseEscalated;
import org.writ.events.review.CaseItem;
import org.writ.events.review.CaseOpened;
import org.writ.events.review.CaseRead;
import org.writ.events.review.DecisionObjected;
import org.writ.events.review.DecisionProposed;
import org.writ.events.review.Finding;
import org.writ.events.review.PolicyReference;
import org.writ.web.security.Roles;

/** The tables of cases, but for {@link CaseItems} and {@link CaseFindings}. */
@ApplicationScoped
class CaseRows implements PanacheRepositoryBase<CaseRow, String> {

  /** Steps after which a case shows what was decided, or is proposed. */
  static final List<String> DECIDED =
      List.of(DecisionProposed.getClassSchema().getName(), CaseDecided.getClassSchema().getName());

  /** Steps of those who have a part in deciding. */
  private static final List<String> PARTS =
      List.of(
          DecisionProposed.getClassSchema().getName(),
          DecisionObjected.getClassSchema().getName(),
          CaseDecided.getClassSchema().getName());

  /** Steps that change nothing that somebody decides upon, as {@link CaseRow#changedVersion}. */
  private static final List<String> CHANGELESS =
      List.of(CaseRead.getClassSchema().getName(), CaseEscalated.getClassSchema().getName());

  private final EntityManager entities;
  private final CaseItems items;
  private final CaseFindings findings;

  CaseRows(EntityManager entities, CaseItems items, CaseFindings findings) {
    this.entities = entities;
    this.items = items;
    this.findings = findings;
  }

  /**
   * A case, locked until the end of the transaction: commands on one case wait for each other
   * instead of failing. Has to be the first thing that the transaction reads, or the database takes
   * what the others committed meanwhile for a conflict.
   */
  Optional<CaseRow> lock(String id) {
    return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * Cases that a reviewer may take, those first that are due first. Passed over are frozen cases,
   * decisions that the reviewer proposed, cases of which a decision that the reviewer had a part in
   * was appealed against, and cases that wait for the agency's answer, until they are due, which
   * none is while its clock stands still.
   *
   * <p>Nothing is locked: a look for the first free case that locked what it passes over would hold
   * up everybody who takes one, as taking a case moves it in the index. So others may be taking
   * these cases in this moment; see {@link #lockFree}.
   *
   * @param conflicted agencies whose cases are passed over, too
   * @return ids, at most so many
   */
  List<String> mostUrgent(String reviewer, Set<String> conflicted, Instant now, int most) {
    return free("select id from CaseRow where ", String.class, reviewer, conflicted, now)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * A case that a reviewer may take, see {@link #mostUrgent}, locked until the end of the
   * transaction; empty if another one took it since, or is taking it: two callers never get the
   * same. What else the transaction read before has to be locked, too.
   */
  Optional<CaseRow> lockFree(String id, String reviewer, Set<String> conflicted, Instant now) {
    return free("from CaseRow where id = :id and ", CaseRow.class, reviewer, conflicted, now)
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .findFirst();
  }

  private <T> TypedQuery<T> free(
      String what, Class<T> type, String reviewer, Set<String> conflicted, Instant now) {
    TypedQuery<T> query =
        entities
            .createQuery(
                what
                    + "waits = true and suspension is null"
                    + " and (leaseUntil is null or leaseUntil <= :now)"
                    + " and (question is null or (clockStoppedAt is null and dueAt <= :now))"
                    + " and (proposal.proposedBy is null or proposal.proposedBy <> :reviewer)"
                    + " and locate(concat(',', :reviewer, ','), concat(',', formerDeciders, ','))"
                    + " = 0"
                    + (conflicted.isEmpty() ? "" : " and agency not in :conflicted")
                    + " order by dueAt, id",
                type)
            .setParameter("now", now)
            .setParameter("reviewer", reviewer);
    return conflicted.isEmpty() ? query : query.setParameter("conflicted", conflicted);
  }

  /** Cases of an agency that a person holds, locked until the end of the transaction. */
  List<CaseRow> lockHeld(String agency, String holder, Instant now) {
    return find(
            "waits = true and holder = ?1 and agency = ?2 and leaseUntil > ?3 order by id",
            holder,
            agency,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Cases that have come to a step of escalation, those first that came to it first. */
  List<String> toEscalate(Instant now, int limit) {
    return entities
        .createQuery(
            "select id from CaseRow where escalatesAt <= :now order by escalatesAt, id",
            String.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The steps of a case, in order. */
  List<TimelineRow> timeline(String caseId) {
    return inOrder(TimelineRow.class, caseId);
  }

  /**
   * Whether it is recorded that somebody read a case after some time, and since it changed last:
   * whoever reads a part of it once more learns nothing new.
   */
  boolean isReadSince(String caseId, Actor reader, Instant time) {
    return entities
            .createQuery(
                "select count(*) from TimelineRow where caseId = :case and type = :read"
                    + " and actor = :reader and at > :time and sequence >"
                    + " (select changedVersion from CaseRow where id = :case)",
                Long.class)
            .setParameter("case", caseId)
            .setParameter("read", CaseRead.getClassSchema().getName())
            .setParameter("reader", reader.toString())
            .setParameter("time", time)
            .getSingleResult()
        > 0;
  }

  /**
   * Whether it is recorded that somebody read a case as it stands: after all that others did about
   * it but read it.
   */
  boolean isReadAsItStands(String caseId, String person) {
    return entities
            .createQuery(
                "select count(*) from TimelineRow where caseId = :case and type = :read"
                    + " and actor in :actors and sequence > (select max(d.sequence)"
                    + " from TimelineRow d where d.caseId = :case and d.actor not in :actors"
                    + " and d.type not in :changeless)",
                Long.class)
            .setParameter("case", caseId)
            .setParameter("read", CaseRead.getClassSchema().getName())
            .setParameter("actors", actors(person))
            .setParameter("changeless", CHANGELESS)
            .getSingleResult()
        > 0;
  }

  /**
   * Those of some cases that somebody had anything to do with from the first decision, or the
   * proposal of it, on: made, confirmed or objected to it, or could read it there. A later appeal
   * changes nothing about that.
   */
  Set<String> withSeenDecision(Set<String> caseIds, String person) {
    return entities
        .createQuery(
            "select distinct r.caseId from TimelineRow r where r.caseId in :cases"
                + " and r.actor in :actors and r.sequence >= (select min(d.sequence)"
                + " from TimelineRow d where d.caseId = r.caseId and d.type in :decided)",
            String.class)
        .setParameter("cases", caseIds)
        .setParameter("actors", actors(person))
        .setParameter("decided", DECIDED)
        .getResultStream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Those of some decisions that stand and that somebody neither made nor confirmed.
   *
   * @param decisions ce_ids of their events, by case
   * @param conflicted agencies whose cases are left out
   * @return ids of the cases
   */
  Set<String> decidedByOthers(
      Map<String, String> decisions, String person, Set<String> conflicted) {
    var query =
        entities
            .createQuery(
                "select id from CaseRow where id in :cases and decisionEvent in :decisions"
                    + " and decidedBy <> :person"
                    + " and (confirmedBy is null or confirmedBy <> :person)"
                    + (conflicted.isEmpty() ? "" : " and agency not in :conflicted"),
                String.class)
            .setParameter("cases", decisions.keySet())
            .setParameter("decisions", decisions.values())
            .setParameter("person", person);
    if (!conflicted.isEmpty()) {
      query.setParameter("conflicted", conflicted);
    }
    return query.getResultStream().collect(Collectors.toUnmodifiableSet());
  }

  /** Those of some cases whose decision overrides a finding. */
  Set<String> overriding(Set<String> caseIds) {
    return entities
        .createQuery(
            "select id from CaseRow where id in :cases and decisionOverrides is not null",
            String.class)
        .setParameter("cases", caseIds)
        .getResultStream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether whoever proposed a case's last decision did so in a role. */
  boolean isProposedIn(String caseId, String role) {
    return entities
        .createQuery(
            "select actor from TimelineRow where caseId = :case and type = :proposed"
                + " order by sequence desc",
            String.class)
        .setParameter("case", caseId)
        .setParameter("proposed", DecisionProposed.getClassSchema().getName())
        .setMaxResults(1)
        .getResultList()
        .stream()
        .anyMatch(actor -> actor.startsWith(role + ":"));
  }

  /** Whether somebody made, proposed, confirmed or objected to a decision about a case, ever. */
  boolean hasPart(String caseId, String person) {
    return entities
            .createQuery(
                "select count(*) from TimelineRow where caseId = :case"
                    + " and actor in :actors and type in :parts",
                Long.class)
            .setParameter("case", caseId)
            .setParameter("actors", actors(person))
            .setParameter("parts", PARTS)
            .getSingleResult()
        > 0;
  }

  /** A person as the steps name them, in whichever role they acted. */
  private static List<String> actors(String person) {
    return Stream.of(Roles.REVIEWER, Roles.SENIOR_REVIEWER)
        .map(role -> new Actor(role, person).toString())
        .toList();
  }

  /** The documents of a case, in the order in which they came. */
  List<DocumentRow> documents(String caseId) {
    return inOrder(DocumentRow.class, caseId);
  }

  /** A document of a case. */
  Optional<DocumentRow> document(String caseId, String documentId) {
    return Optional.ofNullable(
        entities.find(DocumentRow.class, new DocumentRow.Key(caseId, documentId)));
  }

  /** What was said about a case, in order. */
  List<MessageRow> messages(String caseId) {
    return inOrder(MessageRow.class, caseId);
  }

  /** The calls to the agency, in order. */
  List<CallRow> calls(String caseId) {
    return inOrder(CallRow.class, caseId);
  }

  /** The event that opened the case, without its sealed part; due as it is now. */
  CaseOpened opened(CaseRow row) {
    return opened(row, items.of(row.id).stream().map(ItemRow::asked).toList(), findings.of(row.id));
  }

  /** The same without items and findings, which are very many. */
  CaseOpened cover(CaseRow row) {
    return opened(row, List.of(), List.of());
  }

  private static CaseOpened opened(CaseRow row, List<CaseItem> asked, List<Finding> found) {
    EmergencyColumns emergency = row.emergency;
    return new CaseOpened(
        row.agency,
        row.agencyName,
        row.country,
        row.process,
        row.regime,
        row.issuingAuthorityType,
        row.issuingAuthorityCountry,
        row.issuedOn,
        row.validUntil,
        row.offenceCategory,
        row.suspectConfirmed,
        row.receivedAt,
        row.dueAt,
        row.noticeDelayUntil,
        new PolicyReference(row.policyId, row.policyDigest),
        asked,
        found,
        ByteBuffer.wrap(row.recipientCertificate),
        row.channel,
        row.duplicateOf,
        row.callBackPhone,
        row.clarificationStopsClock,
        row.objectionUntil,
        emergency == null ? null : emergency.toFacts(),
        null);
  }

  void add(TimelineRow step) {
    entities.persist(step);
  }

  void add(DocumentRow document) {
    entities.persist(document);
  }

  void add(MessageRow message) {
    entities.persist(message);
  }

  void add(CallRow call) {
    entities.persist(call);
  }

  /** What a case has of these rows, in their order. */
  private <R> List<R> inOrder(Class<R> rows, String caseId) {
    return entities
        .createQuery(
            "from %s where caseId = :case order by sequence".formatted(rows.getSimpleName()), rows)
        .setParameter("case", caseId)
        .getResultList();
  }
}
